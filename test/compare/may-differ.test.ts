import { expect, test } from 'vitest'
import { changedLines } from '../../src/compare/changed-lines.ts'
import { mayDiffer } from '../../src/compare/may-differ.ts'
import { createLineReader } from '../../src/rules/user-data/gate-line.ts'

/** Why a version may hold a secret where the one before held none; undefined when it cannot. */
async function why(path: string, before: string, after: string, references: string[] = []) {
  const [older, newer] = [Buffer.from(before), Buffer.from(after)]
  const tools = { read: createLineReader(), findsIn: async (text: string) => text.includes('credential') }
  return await mayDiffer(path, older, newer, changedLines(older, newer), new Set(references), tools)
}

const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `${word}_${at} = ${at}\n`).join('')
const VALUE = 'kW8vQ2xLr9Tz'

test.each([
  ['a literal under the name of a secret', 'a.tf', 'size = 1\n', `size = 1\npassword = "${VALUE}"\n`, 'literal'],
  [
    'a literal where the name stands a few lines above',
    'a.tf',
    'password = [\n\n\n]\n',
    `password = [\n\n"${VALUE}"\n]\n`,
    'literal',
  ],
  ['the name above a literal', 'a.py', `size = "${VALUE}"\n`, `password = "${VALUE}"\n`, 'literal'],
  [
    'a literal in a call that says what it is',
    'a.ts',
    'run()\n',
    `run(SecretValue.unsafePlainText('${VALUE}'))\n`,
    'literal',
  ],
  ['nothing of the kind', 'a.tf', 'size = 1\n', 'size = 2\n', undefined],
  ['what is far from a literal', 'a.tf', `${lines(40, 'a')}x = 1\n`, `${lines(40, 'a')}x = 2\n`, undefined],
])('%s', async (_, path, before, after, expected) => {
  expect(await why(path, before, after)).toBe(expected)
})

test('what a name of a secret refers to elsewhere', async () => {
  const change = ['main = "x"\n', `main = "${VALUE}"\n`] as const
  expect(await why('a.tf', ...change)).toBeUndefined()
  expect(await why('a.tf', ...change, ['main'])).toBe('reference')
})

test('round brackets that stay open mean nothing in YAML, whatever the case of its name', async () => {
  const text = (note: string) => `${note}\n${lines(60, 'a').replaceAll(' =', ':')}password: ${VALUE}\n`
  for (const path of ['t.yaml', 'T.YAML', 't.template']) {
    expect(await why(path, text('note: see below'), text('note: (see below'))).toBeUndefined()
    expect(await why(path, text('note: see below'), text('note: {see below'))).toBe('structure')
  }
  expect(await why('t.py', text('note = see'), text('note = (see'))).toBe('structure')
})
