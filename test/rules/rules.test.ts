import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseSnapshot } from '../../src/account/snapshot.ts'
import { Analysis, Session } from '../../src/core/analysis.ts'
import type { AnyNode } from '../../src/core/node.ts'
import {
  type CheckAnswer,
  DEFAULT_THRESHOLDS,
  type PolicyChecks,
  type PolicyOpinion,
  type Rule,
  type RuleContext,
} from '../../src/core/rule.ts'
import type { Source } from '../../src/core/source.ts'
import { knownAccountOf } from '../../src/iam/account-data.ts'
import { parseTree } from '../../src/frontends/index.ts'
import { rules } from '../../src/rules/index.ts'
import { documentsBefore } from '../../src/run/before.ts'
import { check, ruleTable, textNode } from '../../src/scan/check.ts'
import { unreadNodes } from '../../src/scan/units.ts'
import { fake } from '../support/placeholders.ts'
import { sourcesOf, treeOf } from './fixtures.ts'
import { goldenOf } from './golden.ts'

/**
 * Every rule has a folder test/rules/<pack>/<rule>/ with fixtures, each a file or a folder: `bad*` must hit, `ok*` must
 * not, `unknown*` may. The rule is run alone over each, and the hits are compared with the golden `expected.txt`
 * (`golden.ts` says how it reads). `npm test -- test/rules -u` writes it anew.
 */
const HERE = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname)
const ACCOUNT_DATA = 'account-data.json'
/** What AWS says of any policy. */
const OPINION = 'aws-opinion.json'
const CHECKS = 'aws-checks.json'

for (const rule of rules) {
  const folder = join(HERE, ...rule.meta.id.split('/'))
  describe(rule.meta.id, () => {
    test('has a bad and an ok fixture', () => {
      const names = existsSync(folder) ? readdirSync(folder) : []
      expect(names.some((name) => name.startsWith('bad'))).toBe(true)
      expect(names.some((name) => name.startsWith('ok'))).toBe(true)
    })
    if (existsSync(folder)) test('hits just what expected.txt says', () => compare(rule, folder))
  })
}

async function compare(rule: Rule, folder: string): Promise<void> {
  const lines: string[] = []
  for (const name of readdirSync(folder).sort()) {
    if (name === 'expected.txt') continue
    const { hits, undecided } = await hitsOf(rule, join(folder, name))
    if (name.startsWith('bad') && hits.length === 0) throw new Error(`${name} must hit, and does not`)
    if (name.startsWith('ok') && hits.length > 0) throw new Error(`${name} must be silent:\n${hits.join('\n')}`)
    if (name.startsWith('unknown') && rule.meta.about === 'hygiene' && rule.types && hits.length + undecided.length === 0)
      throw new Error(`${name} is passed over without a word`)
    lines.push(...hits, ...undecided)
  }
  const golden = join(folder, 'expected.txt')
  const actual = `${lines.join('\n')}\n`
  if (isUpdate()) writeFileSync(golden, actual)
  expect(existsSync(golden) ? readFileSync(golden, 'utf8') : 'no expected.txt; write it with: npm test -- test/rules -u').toBe(actual)
}

async function hitsOf(rule: Rule, fixture: string): Promise<{ hits: string[]; undecided: string[] }> {
  const sources = sourcesOf(fixture)
  // What is known of an account beforehand is no file of the repository.
  const known = sources.get(ACCOUNT_DATA)
  sources.delete(ACCOUNT_DATA)
  const said = sources.get(OPINION)
  sources.delete(OPINION)
  const checks = checksOf(sources)
  const before = takeFolder(sources, 'before/')
  const session = new Session(known ? [knownAccountOf(parseSnapshot(known.text, ACCOUNT_DATA))] : [])
  const nodes: AnyNode[] = [...sources.values()].map(textNode)
  const units: (readonly AnyNode[])[] = [nodes]
  const parsedUnits = rule.on === 'text' ? [] : [...parseTree(treeOf(sources))]
  units.push(...parsedUnits.map((parsed) => parsed.nodes))
  if (rule.on === 'unread') units.push(...parsedUnits.map((parsed) => unreadNodes(parsed.notifications, [])))
  const lines: string[] = []
  const told = new Set<string>()
  for (const unit of units) {
    const context: RuleContext = {
      trustedAccounts: new Set(['111122223333']),
      repository: 'octo-org/octo-repo',
      ownSecrets: [{ what: 'the secret key of the profile default', value: fake('ALNUM40', 'own') }],
      thresholds: { ...DEFAULT_THRESHOLDS, requiredTags: new Map([['owner', []]]) },
      unit: new Analysis(unit, session),
      notify: ({ undecided }) => void (undecided && told.add(undecided.what)),
      ...(said ? { validatePolicy: async () => JSON.parse(said.text) as PolicyOpinion[] } : {}),
      ...(checks ? { policyChecks: checks } : {}),
      ...(before.size > 0 ? { before: documentsBefore(treeOf(before), [...before.keys()]) } : {}),
    }
    const inFolder = statSync(fixture).isDirectory() ? `${basename(fixture)}/` : ''
    for (const { hit } of await check(unit, ruleTable([rule]), context)) lines.push(goldenOf(hit, rule, sources, inFolder))
  }
  return { hits: lines, undecided: [...told].map((what) => `${basename(fixture)} not decided: ${what}`) }
}

/** What AWS answers to its custom checks: each fails where a document has a text in it. */
function checksOf(sources: Map<string, Source>): PolicyChecks | undefined {
  const said = sources.get(CHECKS)
  sources.delete(CHECKS)
  if (!said) return undefined
  const { deniedActions, fails } = JSON.parse(said.text) as { deniedActions: string[]; fails: Record<string, Failing> }
  return {
    deniedActions,
    ask: async (check, { newPolicyDocument, policyDocument }) => {
      const { having = '', ...answer } = fails[check] ?? { message: '', reasons: [] }
      const passes = having === '' || !String(newPolicyDocument ?? policyDocument).includes(having)
      return passes ? { passes, message: '', reasons: [] } : { passes, ...answer }
    },
  }
}

type Failing = Omit<CheckAnswer, 'passes'> & { readonly having?: string }

/** What stood there before the change. */
function takeFolder(sources: Map<string, Source>, folder: string): Map<string, Source> {
  const taken = new Map<string, Source>()
  for (const [uri, { text }] of sources) {
    if (!uri.startsWith(folder)) continue
    sources.delete(uri)
    taken.set(uri.slice(folder.length), { uri: uri.slice(folder.length), text })
  }
  return taken
}

/** `-u` is not handed on to the processes of tests; the state of snapshots tells, within a test. */
function isUpdate(): boolean {
  const { snapshotState } = expect.getState() as { snapshotState?: { _updateSnapshot?: string } }
  return snapshotState?._updateSnapshot === 'all'
}
