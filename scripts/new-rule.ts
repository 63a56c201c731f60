/**
 * Begins a rule: `npm run new:rule iam/pass-any-role`. Writes the rule and every fixture that the tests demand, below the
 * current directory; what is still to be filled in fails the tests until it is.
 */
import type { NodeKind } from '../src/core/node.ts'
import { begin, refuse } from './begin.ts'
import { demandedFixtures } from './demanded-fixtures.ts'

/** What a rule of the pack mostly asks for. */
const PACKS: Readonly<Record<string, NodeKind>> = {
  credentials: 'text',
  'user-data': 'script',
  iam: 'policy',
  trust: 'policy',
  network: 'resource',
  data: 'resource',
  audit: 'resource',
  container: 'container',
  workflow: 'workflow',
}

/** In which each of a rule's fields fits the pack. */
const ABOUT: Readonly<Record<string, readonly [about: string, domain: string]>> = {
  credentials: ['secret', 'credentials'],
  'user-data': ['secret', 'machines'],
  iam: ['hygiene', 'iam'],
  trust: ['trust', 'iam'],
  workflow: ['hygiene', 'pipelines'],
}

function main(id = ''): void {
  const [, pack = '', name = ''] = /^([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)$/.exec(id) ?? []
  const on = PACKS[pack]
  if (!name) {
    refuse('Give the rule an id of lower-case letters, digits and dashes: npm run new:rule iam/pass-any-role')
    return
  }
  if (!on) {
    refuse(`There is no pack "${pack}"; there are: ${Object.keys(PACKS).join(', ')}`)
    return
  }
  const folder = `test/rules/${id}`
  const fixtures = demandedFixtures(id, on)
  const file = `src/rules/${id}.ts`
  const texts = {
    [file]: ruleText(id, pack, on),
    // What the fixtures yield: nothing yet, so that the tests fail until somebody has read what they do yield.
    ...Object.fromEntries([...fixtures, 'expected.txt'].map((fixture) => [`${folder}/${fixture}`, ''])),
  }
  if (!begin(texts, folder)) return
  console.log(`Written: ${file}
${fixturesWords(folder, fixtures)}

Next:    fill them in, then
         npm run generate
         npm test -- test/rules -u     and read ${folder}/expected.txt
How:     docs/writing-a-rule.md`)
}

const KINDS: Readonly<Record<string, string>> = {
  bad: 'what it must find',
  ok: 'what it must leave alone, as like it as can be',
  unknown: 'where it cannot be known',
}

/** A line for each kind of fixture. */
function fixturesWords(folder: string, fixtures: readonly string[]): string {
  const lines = Object.entries(KINDS).flatMap(([kind, what]) => {
    const names = fixtures.filter((name) => name.startsWith(kind))
    return names.length > 0 ? [`         ${names.join(', ')}   ${what}`] : []
  })
  return [`         ${folder}/`, ...lines].join('\n')
}

function ruleText(id: string, pack: string, on: NodeKind): string {
  const [about, domain] = ABOUT[pack] ?? ['hygiene', 'machines']
  return `import { defineRule } from '../../core/rule.ts'

export default defineRule({
  meta: {
    id: '${id}',
    title: '',
    severity: 'medium',
    about: '${about}',
    domain: '${domain}',
    practice: '',
    description: '',
    remediation: '',
    cwe: [],
    references: [],
  },
  on: '${on}',
  *check(${on}) {
    yield { span: ${on}.span, message: '', element: '' }
  },
})
`
}

main(process.argv[2])
