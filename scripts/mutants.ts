/**
 * Do the tests notice? Makes small random changes to the engine, one at a time and in a copy of the project, and tells
 * which of them no test fails for: `npm run mutants -- [--count 60] [--seed 1] [--workers 2] [PATH…]`. The paths
 * are those of src/ that are changed; by default where findings and verdicts are made. `--list` only says what it would change,
 * `--from 31` goes on where a run was ended. The tests that are nearest to what is changed come first, and the rest is asked about
 * what they do not notice. `--near` leaves it at the forty nearest files of tests: faster, and what survives may yet be caught by
 * others.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Random, randomOf } from './bench/texts.ts'
// @ts-expect-error plain JavaScript: building takes no loader
import { bundle } from './build.js'
import { type Mutation, mutationsOf } from './mutants/mutations.ts'
import { nearestTests } from './mutants/nearest.ts'
import { makeWorkplace, type RunOptions, runTests, type Tests, type Workplace } from './mutants/workplace.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    from: { type: 'string', default: '1' },
    near: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})
const WHERE = ['src/run', 'src/compare', 'src/iam', 'src/rules', 'src/extract']
/** The fixtures of every rule. */
const RULES = 'test/rules/rules.test.ts'
/** How many files of tests are asked first, and then. */
const STAGES = [3, 12, 40]
/** A mutant may go round in a circle: so long for each of the tests of a stage, and for all of them. */
const LONGEST_MS = { each: 60_000, all: 30 * 60_000 }

/** Of the project as it is, which most tests do not start: all but the last stage do without those of the mutant. */
let bundles: string | undefined

/** Does a file of tests pass when nothing is changed? */
const sound = new Map<string, boolean>()

interface Mutant extends Mutation {
  readonly path: string
  readonly source: string
}

const mutants = draw(Number(values.count), randomOf(Number(values.seed)))
const nearest = nearestTests('.')
if (values.list) for (const mutant of mutants) console.log(describe(mutant))
else await tryAll()

async function tryAll(): Promise<void> {
  const workplace = makeWorkplace('.')
  bundles = join(workplace.root, '../bundles')
  await bundle(bundles, undefined, workplace.root)
  writeFileSync(join(bundles, 'package.json'), '{"type":"module"}')
  // Ended from outside it leaves nothing either.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  process.once('exit', () => workplace.dispose())
  const survivors: Mutant[] = []
  const from = Number(values.from) - 1
  for (const [index, mutant] of mutants.entries()) {
    if (index < from) continue
    const started = performance.now()
    const killer = await killerOf(mutant, workplace)
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    if (!killer) survivors.push(mutant)
    const outcome = killer ? `caught by ${killer}` : 'SURVIVED'
    console.log(`${index + 1}/${mutants.length} ${describe(mutant)}\n  ${outcome} (${seconds} s)`)
  }
  const asked = mutants.length - from
  const caught = asked - survivors.length
  console.log(`\n${caught} of ${asked} caught (${((100 * caught) / asked).toFixed(0)} %)`)
  for (const mutant of survivors) console.log(`\nsurvived: ${describe(mutant)}`)
}

/** What failed for it; undefined when nothing does. */
async function killerOf(mutant: Mutant, workplace: Workplace): Promise<string | undefined> {
  const text = mutant.source.slice(0, mutant.start) + mutant.text + mutant.source.slice(mutant.end)
  for (const tests of stagesFor(mutant.path)) {
    const failed = await workplace.withText(mutant.path, text, () => runTests(workplace.root, tests, optionsFor(tests)))
    if (failed && (!failed.file || (await isSound(failed.file, workplace)))) return failed.why
  }
  return undefined
}

/** A rule's own fixtures first, then the nearest tests. */
function stagesFor(path: string): Tests[] {
  const near = nearest(path)
  const [, rule] = /^src\/rules\/(.+)\.ts$/.exec(path) ?? []
  const own: Tests[] = rule && existsSync(`test/rules/${rule}`) ? [{ files: [RULES], called: rule }] : []
  const parts = STAGES.map((end, at) => near.slice(STAGES[at - 1] ?? 0, end)).filter((files) => files.length > 0)
  return [...own, ...parts.map((files) => ({ files })), ...(values.near ? [] : ['all' as const])]
}

function optionsFor(tests: Tests): RunOptions {
  if (tests === 'all') return { workers: values.workers, longestMs: LONGEST_MS.all }
  return { workers: values.workers, longestMs: (tests.files.length + 3) * LONGEST_MS.each, bundles }
}

/** A test that fails without a mutant catches nothing. */
async function isSound(file: string, { root }: Workplace): Promise<boolean> {
  const known = sound.get(file)
  if (known !== undefined) return known
  const tests: Tests = { files: [file] }
  const passes = (await runTests(root, tests, optionsFor(tests))) === undefined
  sound.set(file, passes)
  if (!passes) console.log(`  not asked, since it fails without a mutant: ${file}`)
  return passes
}

/** A kind of change first, so that the many strings do not crowd out the rest. Data is left alone. */
function draw(count: number, random: Random): Mutant[] {
  const where = positionals.length > 0 ? positionals : WHERE.filter((path) => existsSync(path))
  const byKind = new Map<string, Mutant[]>()
  for (const path of where.flatMap(programsBelow)) {
    const source = readFileSync(path, 'utf8')
    for (const mutation of mutationsOf(source)) {
      const mutant = { ...mutation, path, source }
      byKind.set(mutation.kind, [...(byKind.get(mutation.kind) ?? []), mutant])
    }
  }
  const kinds = [...byKind.values()]
  if (kinds.length === 0) throw new Error(`there is nothing to change in ${where.join(' ')}`)
  return Array.from({ length: count }, () => takeOne(kinds[Math.floor(random() * kinds.length)]!, random))
}

function takeOne(mutants: readonly Mutant[], random: Random): Mutant {
  return mutants[Math.floor(random() * mutants.length)]!
}

function programsBelow(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/-data\.ts$|^index\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort()
}

/** The lines that change, before and after. */
function describe({ path, source, kind, start, end, text }: Mutant): string {
  const from = source.lastIndexOf('\n', start - 1) + 1
  const to = source.indexOf('\n', end)
  const old = source.slice(from, to)
  const fresh = old.slice(0, start - from) + text + old.slice(end - from)
  const line = source.slice(0, start).split('\n').length
  return [`${path}:${line} ${kind}`, old.replace(/^/gm, '  - '), fresh.replace(/^/gm, '  + ')].join('\n')
}
