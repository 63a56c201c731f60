/**
 * Begins a rule: `npm run new:rule iam/pass-any-role`. Writes the rule and its first two fixtures, below the current
 * directory; what is still to be filled in fails the tests until it is.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { NodeKind } from '../src/core/node.ts'

/** What a rule of the pack mostly asks for, and the fixture that shows it. */
const PACKS: Readonly<Record<string, { readonly on: NodeKind; readonly fixture: string }>> = {
  credentials: { on: 'text', fixture: '.txt' },
  'user-data': { on: 'script', fixture: '.tf' },
  iam: { on: 'policy', fixture: '.json' },
  trust: { on: 'policy', fixture: '.tf' },
  network: { on: 'resource', fixture: '.tf' },
  data: { on: 'resource', fixture: '.tf' },
  audit: { on: 'resource', fixture: '.tf' },
  container: { on: 'container', fixture: '.Dockerfile' },
  workflow: { on: 'workflow', fixture: '.yml' },
}

function main(id: string | undefined): void {
  const [, pack = '', name = ''] = /^([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)$/.exec(id ?? '') ?? []
  const fault = faultOf(pack, name)
  if (fault) {
    console.error(fault)
    process.exitCode = 1
    return
  }
  const { on, fixture } = PACKS[pack]!
  const written = [
    ruleFile(pack, name),
    `${fixtureFolder(pack, name)}/bad${fixture}`,
    `${fixtureFolder(pack, name)}/ok${fixture}`,
  ]
  write(written[0]!, ruleText(`${pack}/${name}`, on))
  // What the fixtures yield: nothing yet, so that the tests fail until somebody has read what they do yield.
  for (const path of [...written.slice(1), `${fixtureFolder(pack, name)}/expected.txt`]) write(path, '')
  console.log(`Written: ${written[0]}
         ${written[1]}   what it must find
         ${written[2]}    what it must leave alone, as like it as can be

Next:    fill them in, then
         npm run generate
         npm test -- -u test/rules     and read ${fixtureFolder(pack, name)}/expected.txt
How:     docs/writing-a-rule.md`)
}

function faultOf(pack: string, name: string): string | undefined {
  if (!name) return 'Give the rule an id of lower-case letters, digits and dashes: npm run new:rule iam/pass-any-role'
  if (!PACKS[pack]) return `There is no pack "${pack}"; there are: ${Object.keys(PACKS).join(', ')}`
  if (existsSync(ruleFile(pack, name))) return `${ruleFile(pack, name)} exists already`
  if (existsSync(fixtureFolder(pack, name))) return `${fixtureFolder(pack, name)} exists already`
  return undefined
}

const ruleFile = (pack: string, name: string) => `src/rules/${pack}/${name}.ts`
const fixtureFolder = (pack: string, name: string) => `test/rules/${pack}/${name}`

function ruleText(id: string, on: NodeKind): string {
  return `import { defineRule } from '../../core/rule.ts'

export default defineRule({
  meta: {
    id: '${id}',
    title: '',
    severity: 'medium',
    about: 'hygiene',
    domain: 'machines',
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

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

main(process.argv[2])
