/**
 * Writes down what a build makes of many repositories, to be held against another build with corpus:compare:
 * `npm run corpus:freeze -- --output FILE [--cli dist/cli.js] [--list FILE] [--fixtures] [--jobs 2] [TARGET…]`.
 * A target is `FOLDER` or, as one word of the shell, `FOLDER BASE..HEAD`; the list holds one a line. `--fixtures` adds
 * those of every rule.
 */
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fixtureTargets } from './corpus/fixtures.ts'
import { freeze } from './corpus/freeze.ts'
import { type Target, targetOf, targetsIn } from './corpus/targets.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cli: { type: 'string', default: 'dist/cli.js' },
    output: { type: 'string' },
    list: { type: 'string', multiple: true, default: [] },
    fixtures: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '2' },
  },
})

const temp = mkdtempSync(join(tmpdir(), 'keylatch-corpus-'))
try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
} finally {
  rmSync(temp, { recursive: true, force: true })
}

async function main(): Promise<void> {
  const { output } = values
  const cli = resolve(values.cli)
  if (!output) throw new Error('--output is missing: where to write what was found')
  if (!existsSync(cli)) throw new Error(`there is no ${values.cli}; run: npm run build`)
  const targets = [...values.list.flatMap(targetsIn), ...positionals.map(targetOf)]
  if (values.fixtures) targets.push(...fixtureTargets(temp))
  if (targets.length === 0) throw new Error('nothing to scan: give targets, a --list of them, or --fixtures')
  writeFileSync(output, '')
  const left = targets.entries()
  const worker = () => work(cli, output, left, targets.length)
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker))
}

/** Takes one target after the other from those that are left. */
async function work(cli: string, output: string, left: Iterable<[number, Target]>, count: number): Promise<void> {
  for (const [index, target] of left) {
    const scan = await freeze(cli, target)
    appendFileSync(output, `${JSON.stringify(scan)}\n`)
    const seconds = (scan.milliseconds / 1000).toFixed(1)
    const outcome = scan.error
      ? `exit ${scan.exitCode}: ${scan.error}`
      : `${scan.verdict}, ${scan.findings.length} findings`
    console.log(`${index + 1}/${count} ${target.name}: ${outcome} (${seconds} s)`)
  }
}
