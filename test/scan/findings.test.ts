import { expect, test } from '@jest/globals'
import { Analysis } from '../../src/core/analysis.ts'
import { parseSource } from '../../src/frontends/index.ts'
import { rules } from '../../src/rules/index.ts'
import { check, ruleTable, textNode } from '../../src/scan/check.ts'
import { candidatesOf, findingsOf } from '../../src/scan/findings.ts'
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
