import { afterAll, expect, test } from 'vitest'
import type { CheckAnswer } from '../../src/core/rule.ts'
import { run } from '../../src/run.ts'
import { Repository } from '../support/repository.ts'

const repository = new Repository()
afterAll(() => repository.dispose())

const policy = (name: string, action: string) => `resource "aws_iam_policy" "${name}" {
  name = "${name}"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }]
  })
}
`

test('AWS is asked for its price about the document that changed, with the one that stood there, and about nothing else', async () => {
  const base = repository.commit('base', {
    'a.tf': policy('same', 'sqs:SendMessage'),
    'b.tf': policy('wider', 'sqs:ReceiveMessage'),
    'q.tf': 'resource "aws_sqs_queue" "jobs" {}\n',
  })
  const head = repository.commit('head', { 'b.tf': policy('wider', 'sqs:DeleteMessage') })
  const asked: string[] = []
  const fails: CheckAnswer = { passes: false, message: 'New access.', reasons: [] }
  const report = await run({
    root: repository.root,
    scope: { kind: 'range', base, head },
    paths: [],
    pathsIgnore: [],
    today: '2026-11-28',
    now: () => 0,
    env: process.env,
    policyFrom: 'repository',
    policyChecks: {
      checks: {
        deniedActions: [],
        ask: async (check, parameters) => {
          asked.push(`${check} ${JSON.stringify(parameters)}`)
          return fails
        },
      },
      notifications: () => [],
    },
  })
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatch(
    /^CheckNoNewAccess .*newPolicyDocument.*DeleteMessage.*existingPolicyDocument.*ReceiveMessage/,
  )
  const told = report.findings.find(({ message }) => message.startsWith('AWS says (CheckNoNewAccess): New access.'))
  expect(told).toMatchObject({ state: 'new', location: { uri: 'b.tf' } })
})
