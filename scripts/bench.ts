// How fast it is, against its targets: `npm run bench`, or `npm run bench -- PATH` to look at a repository or folder of your
// own besides. Needs git and a fresh clone, no network: what it scans it makes up, the same every time, in a temporary folder.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Source } from '../src/core/source.ts'
import { folderSnapshot } from '../src/io/files.ts'
import { openRepository } from '../src/io/git/repository.ts'
import { readSources } from '../src/io/git/snapshot.ts'
import { commitSnapshot } from '../src/io/git/stored.ts'
import { measureAccount } from './bench/account.ts'
import { type Figure, tableOf } from './bench/figure.ts'
import { measureIam } from './bench/iam.ts'
import { measurePasses } from './bench/passes.ts'
import {
  type Bench,
  measureColdStart,
  measureExtremes,
  measureHostile,
  measureMadeRanges,
  measureRangesOf,
} from './bench/processes.ts'
import { makeFiles, randomOf } from './bench/texts.ts'

/** Texts beyond these many characters are left out: the passes go through them several times. */
const MOST_CHARACTERS = 100e6

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string', default: 'dist' } },
})
const temp = mkdtempSync(join(tmpdir(), 'keylatch-bench-'))
let failed = false
try {
  const bench: Bench = { dist: resolve(values.dist), temp }
  if (!existsSync(join(bench.dist, 'cli.js'))) throw new Error(`${bench.dist} holds no bundles; run: npm run build`)
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}; medians\n`,
  )
  if (positionals.length === 0) {
    await tell('On one thread, over made-up files', () => measurePasses(madeSources()))
    await tell('Whole processes, on made-up repositories', () => measureMadeRanges(bench))
    await tell('Cold start', () => measureColdStart(bench))
    await tell('Extremes', () => measureExtremes(bench))
    await tell('Hostile texts', () => measureHostile(bench))
    await tell('IAM', () => measureIam(temp))
    await tell('A live account, after the calls', () => measureAccount(bench))
  }
  for (const path of positionals) {
    const sources = await sourcesOf(path)
    await tell(`On one thread, over the files of ${path}`, () => measurePasses(sources))
    if (await openRepository(path)) await tell(`Whole processes, on ${path}`, () => measureRangesOf(bench, path))
  }
} finally {
  rmSync(temp, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0

async function tell(title: string, measure: () => Promise<Figure[]>): Promise<void> {
  console.log(`${title}`)
  try {
    console.log(`${tableOf(await measure()).replace(/^/gm, '  ')}\n`)
  } catch (error) {
    failed = true
    console.log(`  could not be run: ${error instanceof Error ? error.message : error}\n`)
  }
}

/** The usual mix, and more of what has a front end whose speed is told apart. */
function madeSources(): Source[] {
  const random = randomOf(7)
  const files = [...makeFiles(600, random), ...makeFiles(200, random, (name) => name === '*.tf' || name === '*.yaml')]
  return files.map(({ path, text }) => ({ uri: path, text }))
}

/** The texts at the head of a repository, or below a folder. */
async function sourcesOf(path: string): Promise<Source[]> {
  const repository = await openRepository(path)
  const snapshot = repository ? await commitSnapshot(repository, 'HEAD') : folderSnapshot(path)
  const sources: Source[] = []
  let characters = 0
  for await (const { source } of readSources(snapshot, await snapshot.entries())) {
    characters += source.text.length
    if (characters > MOST_CHARACTERS) break
    sources.push(source)
  }
  return sources
}
