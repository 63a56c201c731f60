import { expect, test } from 'vitest'
import { Analysis } from '../../src/core/analysis.ts'
import { parseSource } from '../../src/frontends/index.ts'
import { rules } from '../../src/rules/index.ts'
import { check, ruleTable, textNode } from '../../src/scan/check.ts'
import { candidatesOf, findingsOf, secretsOf } from '../../src/scan/findings.ts'
import { leakedKeys } from '../../src/scan/leaked-keys.ts'
import { fake } from '../support/placeholders.ts'

test('a secret in the name of a resource is masked in message and facts alike', async () => {
  const id = fake('AWS_ID')
  const statement = { Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: `arn:aws:iam::*:user/${id}*` }
  const source = { uri: 'policy.json', text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) }
  const nodes = [textNode(source), ...parseSource(source).nodes]
  const hits = await check(nodes, ruleTable(rules), {
    trustedAccounts: new Set(),
    unit: new Analysis(nodes),
    notify: () => {},
  })
  const findings = findingsOf(candidatesOf(hits), { read: () => source }, (_, severity) => severity)
  const path = findings.find(({ ruleId }) => ruleId === 'iam/privilege-escalation')?.properties.path
  expect(JSON.stringify(path)).toContain(`${id.slice(0, 4)}****`)
  expect(JSON.stringify(findings)).not.toContain(id)
})

test('the key itself stands beside its finding and not in it; where it stands again is told by a field', async () => {
  const [keyId, secret] = [fake('AWS_ID'), fake('AWS_SECRET')]
  const pair = `aws_access_key_id = ${keyId}\naws_secret_access_key = ${secret}\n`
  const token = `token = ${fake('GITHUB_TOKEN')}\n`
  const source = { uri: 'credentials', text: `[a]\n${pair}${token}${'# filler\n'.repeat(200)}${token}` }
  const nodes = [textNode(source)]
  const hits = await check(nodes, ruleTable(rules), {
    trustedAccounts: new Set(),
    unit: new Analysis(nodes),
    notify: () => {},
  })
  const candidates = candidatesOf(hits)
  const findings = findingsOf(candidates, { read: () => source }, (_, severity) => severity)
  expect(leakedKeys(candidates)).toContainEqual({ fingerprint: findings[0]!.fingerprint, keyId, secret })
  expect(candidates.flatMap(({ hit }) => secretsOf(hit))).toEqual(expect.arrayContaining([keyId, secret]))
  for (const shown of [keyId, secret]) expect(JSON.stringify(findings)).not.toContain(shown)
  const again = findings
    .flatMap(({ relatedLocations }) => relatedLocations)
    .filter((one) => one.relationship === 'again')
  expect(again.map(({ region }) => region.startLine)).toEqual([205])
})
