import { expect, test } from 'vitest'
import { snapshot } from './support.ts'

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const eksctl = (more: string) => `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: c }\n${more}\n`

test.each([
  ['an add-on of eksctl', eksctl(`addons:\n  - name: vpc-cni\n    attachPolicyARNs: ['${ADMIN}']`), 'c.vpc-cni'],
  [
    'a pod identity of eksctl',
    eksctl(`iam:\n  podIdentityAssociations:\n    - serviceAccountName: a\n      permissionPolicyARNs: ['${ADMIN}']`),
    'c.a',
  ],
  [
    'kops',
    `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: { name: c }\nspec:\n  externalPolicies: { node: ['${ADMIN}'] }\n`,
    'c.node',
  ],
  [
    'a composition',
    `apiVersion: apiextensions.crossplane.io/v1\nkind: Composition\nspec:\n  resources:\n    - base:\n        apiVersion: iam.aws.upbound.io/v1beta1\n        kind: RolePolicyAttachment\n        spec: { forProvider: { role: r, policyArn: '${ADMIN}' } }\n`,
    'r',
  ],
  [
    'roles of a management cluster',
    `apiVersion: bootstrap.aws.infrastructure.cluster.x-k8s.io/v1beta1\nkind: AWSIAMConfiguration\nspec:\n  nodes: { extraPolicyAttachments: ['${ADMIN}'] }\n`,
    'AWSIAMConfiguration.nodes',
  ],
  [
    'a loop of Ansible',
    `- hosts: a\n  tasks:\n    - amazon.aws.iam_role: { name: r, managed_policies: ['{{ item }}'] }\n      loop: ['${ADMIN}']\n`,
    'r',
  ],
])('%s', (_name, text, holder) => {
  expect(snapshot({ 'a.yaml': text }).attachments()).toEqual([`${ADMIN} -> role ${holder}`])
})

test('statements of kops', () => {
  const statements = '[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]'
  const text = `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: { name: c }\nspec:\n  additionalPolicies:\n    node: |\n      ${statements}\n`
  expect(snapshot({ 'a.yaml': text }).policies()).toEqual(['identity role c.node: Allow * *'])
})
