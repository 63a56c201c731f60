import { expect, test } from 'vitest'
import { commandsFor, mendAdvice } from '../../src/io/aws/triage-text.ts'
import { render } from '../../src/report/index.ts'
import { EMPTY, finding } from './sample.ts'

/** Commands and YAML must come out of every format as they can be pasted. */
const facts = { owner: 'own', temporary: false, user: 'deploy', suffix: 'ABCD', accountId: '111122223333' } as const
const commands = commandsFor(facts as never, new Date(0))
const yaml = '- uses: aws-actions/configure-aws-credentials@v4\n  with:\n    role-to-assume: arn:aws:iam::1:role/x'
const remediation = `${mendAdvice(commands)}\nWrite the step as:\n\`\`\`yaml\n${yaml}\n\`\`\`\nThen delete the keys.`
const report = { ...EMPTY, findings: [finding({ remediation })] }

test.each(['markdown', 'terminal', 'github', 'html', 'sarif'] as const)('%s keeps them whole', (format) => {
  const decode = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('%0A', '\n')
      .replace(/\\(["n])/g, (_, sign) => (sign === 'n' ? '\n' : sign))
  const text = decode(render(report, format))
  expect(commands.length).toBeGreaterThan(2)
  for (const { command } of commands)
    expect(text.split('\n').map((line) => line.trim().replace(/<\/code>.*$/, ''))).toContainEqual(
      expect.stringContaining(command),
    )
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.includes('configure-aws-credentials@v4'))
  expect(lines[at]).not.toContain('\u200b')
  const margin = lines[at]!.indexOf('- uses') === -1 ? 0 : lines[at]!.indexOf('- uses')
  if (format !== 'html') expect(lines.slice(at, at + 3).map((line) => line.slice(margin))).toEqual(yaml.split('\n'))
})

test('in Markdown they stand in blocks, outside of any table', () => {
  const text = render(report, 'markdown')
  for (const { command } of commands) expect(text).toContain(`  \`\`\`sh\n  ${command}\n  \`\`\``)
  expect(text).not.toMatch(/^\|.*aws iam/m)
})

test('a command that stands in prose is not broken either', () => {
  const command = `aws iam create-open-id-connect-provider --url https://example.com --client-id-list ${'x'.repeat(80)}`
  const notification = { level: 'note', id: 'x', message: `Do this: \`${command}\` and wait.` } as const
  const text = render({ ...EMPTY, notifications: [notification] }, 'terminal', { terminal: { width: 80 } })
  expect(text.split('\n').some((line) => line.includes(command))).toBe(true)
})
