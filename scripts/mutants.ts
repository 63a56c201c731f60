/**
 * Do the tests notice? Makes small random changes to the engine, one at a time and in a copy of the project, and tells
 * which of them no test fails for: `npm run mutants -- [--count 60] [--seed 1] [--workers 2] [PATH…]`. The paths
 * are those of src/ that are changed; by default where findings and verdicts are made. `--list` only says what it would change,
 * `--related` asks no test that does not import what is changed: faster, and what survives may yet be caught end to end.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Random, randomOf } from './bench/texts.ts'
import { type Mutation, mutationsOf } from './mutants/mutations.ts'
import { makeWorkplace, runTests, type TestFailure, type Tests, type Workplace } from './mutants/workplace.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    related: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})
const WHERE = ['src/run', 'src/compare', 'src/iam', 'src/rules', 'src/extract']
const OVER_ALL_RULES = ['test/rules/rules.test.ts', 'test/rules/invariants.test.ts']
/** No stage of a mutant may take longer. */
const LONGEST_MS = 20 * 60_000

/** Does a file of tests pass when nothing is changed? */
const sound = new Map<string, boolean>()

interface Mutant extends Mutation {
  readonly path: string
  readonly source: string
}

const mutants = draw(Number(values.count), randomOf(Number(values.seed)))
if (values.list) for (const mutant of mutants) console.log(describe(mutant))
else await tryAll()

async function tryAll(): Promise<void> {
  const workplace = makeWorkplace('.')
  // Ended from outside it leaves nothing either.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  process.once('exit', () => workplace.dispose())
  const survivors: Mutant[] = []
  for (const [index, mutant] of mutants.entries()) {
    const started = performance.now()
    const killer = await killerOf(mutant, workplace)
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    if (!killer) survivors.push(mutant)
    const outcome = killer ? `caught by ${killer}` : 'SURVIVED'
    console.log(`${index + 1}/${mutants.length} ${describe(mutant)}\n  ${outcome} (${seconds} s)`)
  }
  const caught = mutants.length - survivors.length
  console.log(`\n${caught} of ${mutants.length} caught (${((100 * caught) / mutants.length).toFixed(0)} %)`)
  for (const mutant of survivors) console.log(`\nsurvived: ${describe(mutant)}`)
}

/** What failed for it; undefined when nothing does. The tests that are likeliest to come first. */
async function killerOf(mutant: Mutant, workplace: Workplace): Promise<string | undefined> {
  const { root, withText } = workplace
  const text = mutant.source.slice(0, mutant.start) + mutant.text + mutant.source.slice(mutant.end)
  const likeliest = [...testsNaming(mutant.path, root), ...OVER_ALL_RULES.map((file) => join(root, file))]
  const stages: Tests[] = [{ files: [...new Set(likeliest)] }, values.related ? { reaching: mutant.path } : 'all']
  for (const tests of stages) {
    const failed = await withText(mutant.path, text, () => failureOf(root, tests))
    if (failed && (!failed.file || (await isSure(failed.file, mutant.path, text, workplace)))) return failed.why
  }
  return undefined
}

/** Tests that import the file themselves. */
function testsNaming(path: string, root: string): string[] {
  const folder = join(root, 'test')
  const tests = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.test.ts'))
  return tests.map((name) => join(folder, name)).filter((file) => readFileSync(file, 'utf8').includes(`/${path}'`))
}

async function failureOf(root: string, tests: Tests): Promise<TestFailure | undefined> {
  return await runTests(root, tests, values.workers, LONGEST_MS)
}

/** A test that fails now and then catches nothing: it must fail again, and pass without the mutant. */
async function isSure(file: string, path: string, text: string, { root, withText }: Workplace): Promise<boolean> {
  if (!(await withText(path, text, () => failureOf(root, { files: [file] })))) return false
  if (!sound.has(file)) sound.set(file, (await failureOf(root, { files: [file] })) === undefined)
  if (!sound.get(file)) console.log(`  not asked, since it fails without a mutant: ${file}`)
  return sound.get(file)!
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
