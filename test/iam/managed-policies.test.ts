import { describe, expect, test } from 'vitest'
import { describeManaged } from '../../scripts/managed-policies.ts'
import { ACTION_COUNT } from '../../src/aws/actions/catalogue.ts'
import { managedPolicy } from '../../src/aws/managed-policies/managed-policies.ts'
import { MANAGED_POLICIES } from '../../src/aws/managed-policies/managed-policies-data.ts'
import { document, policyNode, toldOf } from './support/build.ts'
import { managed } from './support/managed.ts'

const judge = (name: string) => toldOf(policyNode(document(managed(name))))!

describe("AWS's own policies as the engine judges them", () => {
  test('AdministratorAccess is an administrator and nothing else', () => {
    expect(judge('AdministratorAccess')).toMatchObject({
      admin: { kind: 'full', actions: ACTION_COUNT, assumed: false, circumstances: [] },
      escalations: [],
      services: [],
      reads: [],
      unnarrowed: [],
    })
  })

  test('PowerUserAccess is nearly one, with no way to the rest', () => {
    const { admin, escalations } = judge('PowerUserAccess')
    expect(admin).toMatchObject({ kind: 'near', assumed: false })
    expect(escalations.filter(({ severity }) => severity === 'critical' || severity === 'high')).toEqual([])
  })

  test('ReadOnlyAccess reads everything and changes nothing of weight', () => {
    const { admin, escalations, services, reads } = judge('ReadOnlyAccess')
    expect(admin).toBeUndefined()
    expect(escalations).toEqual([])
    expect(services).toEqual([])
    expect(reads.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['s3:GetObject', 'ssm:GetParameter', 'dynamodb:Scan']),
    )
  })

  test('IAMFullAccess gives itself everything, and is told of once', () => {
    const { admin, escalations, services, passRole, permissionsManagement } = judge('IAMFullAccess')
    expect(admin).toBeUndefined()
    expect(escalations[0]).toMatchObject({ severity: 'critical', path: { class: 'self-escalation' } })
    expect(escalations.length).toBeGreaterThan(10)
    expect({ services, passRole, permissionsManagement }).toEqual({
      services: [],
      passRole: undefined,
      permissionsManagement: [],
    })
  })

  test('SecurityAudit is harmless', () => {
    const { admin, escalations, services, reads, permissionsManagement } = judge('SecurityAudit')
    expect({ admin, escalations, services, reads, permissionsManagement }).toEqual({
      admin: undefined,
      escalations: [],
      services: [],
      reads: [],
      permissionsManagement: [],
    })
  })
})

describe('what is known of attached ones', () => {
  test.each([
    ['arn:aws:iam::aws:policy/AdministratorAccess', 'full-admin'],
    ['arn:aws-us-gov:iam::aws:policy/PowerUserAccess', 'near-admin'],
    ['arn:aws:iam::aws:policy/IAMFullAccess', 'privilege-escalation'],
    ['arn:aws:iam::aws:policy/AWSLambda_FullAccess', 'passrole-escalation'],
    ['arn:aws:iam::aws:policy/service-role/AmazonElasticMapReduceRole', 'passrole-escalation'],
    ['AmazonS3FullAccess', 'service-wildcard'],
    ['AmazonElasticMapReduceRole', 'passrole-escalation'],
  ])('%s: %s', (arn, category) => expect(managedPolicy(arn)?.categories).toContain(category))

  test.each([
    ['arn:aws:iam::aws:policy/SecurityAudit'],
    ['arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy'],
    ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    ['arn:aws:iam::111122223333:policy/AdministratorAccess'],
    ['arn:aws:iam::aws:policy/NoSuchPolicy'],
  ])('nothing of %s', (arn) => expect(managedPolicy(arn)?.categories ?? []).toEqual([]))

  test('the data is what the engine says today', () => {
    for (const name of [
      'PowerUserAccess',
      'IAMFullAccess',
      'AWSLambda_FullAccess',
      'AmazonECS_FullAccess',
      'SecretsManagerReadWrite',
    ]) {
      const line = MANAGED_POLICIES.find((candidate) => candidate.startsWith(`${name}\t`))
      expect(describeManaged(name, managed(name))).toBe(line)
    }
  })
})
