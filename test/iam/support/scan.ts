import { Analysis } from '../../../src/core/analysis.ts'
import type { Severity } from '../../../src/core/finding.ts'
import type { Hit, RuleContext } from '../../../src/core/rule.ts'
import type { Tree } from '../../../src/core/tree.ts'
import { parseTree } from '../../../src/frontends/index.ts'
import { rules } from '../../../src/rules/index.ts'
import { check, ruleTable } from '../../../src/scan/check.ts'

export interface Found {
  readonly rule: string
  readonly severity: Severity
  /** The text that the hit points to. */
  readonly text: string
  readonly hit: Hit
}

const grantRules = rules.filter(({ meta }) => /^(iam|trust)\//.test(meta.id))

/** What the rules about grants and trust say of these files, read by the real front ends. */
export async function scan(files: Readonly<Record<string, string>>): Promise<Found[]> {
  const tree: Tree = {
    paths: Object.keys(files).sort(),
    has: (path) => path in files,
    read: (path) => (path in files ? { uri: path, text: files[path]! } : undefined),
  }
  const found: Found[] = []
  for (const { nodes } of parseTree(tree)) {
    const context: RuleContext = {
      trustedAccounts: new Set(['111122223333']),
      repository: 'octo-org/octo-repo',
      unit: new Analysis(nodes),
      notify: () => {},
    }
    for (const { rule, hit } of await check(nodes, ruleTable(grantRules), context)) {
      found.push({
        rule: rule.meta.id,
        severity: hit.severity ?? rule.meta.severity,
        text: files[hit.span.uri]!.slice(hit.span.start, hit.span.end),
        hit,
      })
    }
  }
  return found
}

/** `iam/full-admin critical *`, one a finding, sorted. */
export async function said(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await scan(files)).map(({ rule, severity, text }) => `${rule} ${severity} ${text}`).sort()
}

/** A policy document as a file. */
export const policyFile = (...statements: object[]): Record<string, string> => ({
  'policy.json': JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2),
})

/** A CloudFormation template of one role called ci, with inline documents and more properties. */
export function roleTemplate(
  documents: object[][],
  properties: object = {},
  others: object = {},
): Record<string, string> {
  const role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: 'ci',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: documents.map((Statement, at) => ({
        PolicyName: `p${at}`,
        PolicyDocument: { Version: '2012-10-17', Statement },
      })),
      ...properties,
    },
  }
  const template = { AWSTemplateFormatVersion: '2010-09-09', Resources: { Ci: role, ...others } }
  return { 'template.json': JSON.stringify(template, undefined, 2) }
}
