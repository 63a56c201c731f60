import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { IMPORT } from '../../src/cli/commands.ts'
import type { Console } from '../../src/cli/console.ts'
import { parseFlags } from '../../src/cli/flags.ts'
import { importCommand } from '../../src/cli/import.ts'
import { explainCommand } from '../../src/cli/rules.ts'
import { Repository } from '../support/repository.ts'

let repository: Repository
afterEach(() => repository.dispose())

const RULES = `[[rules]]
id = "acme"
description = "Acme token"
regex = '''acm_['"]?(\\d{6})'''
keywords = ["acm_"]
[[rules.allowlists]]
paths = ['''^vendor/''']
[[rules]]
id = "odd"
regex = '''(?=x)y'''
`

/** What `keylatch import` says, and the configuration that it leaves. */
async function imported(before: string | undefined, ...words: string[]) {
  repository = new Repository().write({
    'rules.toml': RULES,
    ...(before === undefined ? {} : { '.keylatch.yml': before }),
  })
  const { console, said } = consoleAt(repository.root)
  await importCommand(parseFlags(IMPORT, ['rules.toml', ...words]), console)
  const config = () => readFileSync(join(repository.root, '.keylatch.yml'), 'utf8')
  return { said, config, console }
}

function consoleAt(cwd: string): { console: Console; said: string[] } {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const plain = { colour: false, errorColour: false, unicode: true, width: 100, live: false } as const
  return {
    said,
    console: { cwd, env: process.env, ...plain, print: say, error: say, readInput: async () => new Uint8Array() },
  }
}

const ENTRY = `  - id: gitleaks/acme
    title: Acme token
    severity: high
    regex: acm_['"]?(\\d{6})
    keyword:
      - acm_
    allow:
      - path: (?:^vendor/)
`

test('rules become patterns, and what cannot be followed is told by its id', async () => {
  const { said, config, console } = await imported(undefined)
  expect(config()).toBe(`patterns:\n${ENTRY}`)
  expect(said).toEqual([expect.stringMatching(/^not followed, odd: /), '1 pattern written to .keylatch.yml\n'])
  await explainCommand({ ...parseFlags(IMPORT, []), operands: ['gitleaks/acme'] }, console)
  expect(said.at(-1)).toMatch(/^gitleaks\/acme: Acme token/)
})

test('everything else of the configuration stays as it was', async () => {
  const { config } = await imported('# ours\nfail-on: low\n')
  expect(config()).toBe(`# ours\nfail-on: low\n\npatterns:\n${ENTRY}`)
})

test('beside patterns that are there, set in as they are, and no second time', async () => {
  const own = '- id: acme/one\n  regex: x\n'
  const { config, console, said } = await imported(`patterns: # ours\n${own}fail-on: low\n`)
  const text = config()
  expect(text).toBe(`patterns: # ours\n${ENTRY.replace(/^ {2}/gm, '')}${own}fail-on: low\n`)
  await importCommand(parseFlags(IMPORT, ['rules.toml']), console)
  expect(config()).toBe(text)
  expect(said.at(-1)).toBe('0 patterns written to .keylatch.yml; 1 stood there already\n')
})

test('only printed', async () => {
  const { said, config } = await imported(undefined, '--print')
  expect(said.at(-1)).toBe(`patterns:\n${ENTRY}`)
  expect(config).toThrow(/ENOENT/)
})
