import { Analysis, Session } from '../../src/core/analysis.ts'
import type { Source } from '../../src/core/source.ts'
import { wholeText } from '../../src/core/text.ts'
import type { Tree } from '../../src/core/tree.ts'
import { parseHcl } from '../../src/languages/hcl/hcl.ts'
import { yamlDocuments } from '../../src/languages/yaml/yaml.ts'
import { awsKeysIn } from '../../src/rules/credentials/aws/credentials.ts'
import { detectAws } from '../../src/rules/credentials/aws/detector.ts'
import { rules } from '../../src/rules/index.ts'
import { ruleTable } from '../../src/scan/check.ts'
import { scanLoneSource, scanText, scanUnits } from '../../src/scan/units.ts'
import { type Figure, median } from './figure.ts'

const ROUNDS = 5
const SCAN_OPTIONS = { session: new Session(), trustedAccounts: new Set<string>() }

/**
 * How many megabytes each pass gets through in a second of processor time, so that other work on the machine hardly counts;
 * medians of a few rounds over all texts.
 */
export async function measurePasses(sources: readonly Source[]): Promise<Figure[]> {
  const table = ruleTable(rules)
  const hcl = sources.filter(({ uri }) => /\.(?:tf|tfvars|hcl)$/.test(uri))
  const yaml = sources.filter(({ uri }) => /\.ya?ml$/.test(uri))
  return [
    await throughput('AWS pass, plain', 200, sources, ({ text }) => void detectAws(text)),
    await throughput(
      'AWS pass, with decoding',
      80,
      sources,
      (source) => void awsKeysIn(wholeText(source), new Analysis([])),
    ),
    await throughput(
      'whole secret scan',
      30,
      sources,
      async (source) => void (await scanText(source, table, SCAN_OPTIONS)),
    ),
    await throughput(
      'the same, and what front ends find',
      undefined,
      sources,
      async (source) => void (await scanLoneSource(source, table, SCAN_OPTIONS)),
    ),
    await throughput('reading HCL', 8, hcl, ({ text }) => void parseHcl(text)),
    await throughput('reading YAML', 1.5, yaml, (source) => void yamlDocuments(wholeText(source))),
    await costOfHabits(sources),
  ]
}

/** Packs of rules about habits: network, data, audit, containers, workflows. */
const HABITS = /^(?:network|data|audit|container|workflow)\//

/** How many times as long a whole tree takes with the packs about habits as without them; both in turn, round after round. */
async function costOfHabits(sources: readonly Source[]): Promise<Figure> {
  const files = new Map(sources.map((source) => [source.uri, source]))
  const tree: Tree = {
    paths: [...files.keys()].sort(),
    has: (path) => files.has(path),
    read: (path) => files.get(path),
  }
  const tables = [rules.filter(({ meta }) => !HABITS.test(meta.id)), rules].map(ruleTable)
  const times: [number[], number[]] = [[], []]
  // The first round warms both up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [which, table] of tables.entries()) {
      const started = process.cpuUsage()
      const options = { ...SCAN_OPTIONS, session: new Session() }
      for (const source of sources) await scanText(source, table, options)
      await scanUnits(tree, undefined, table, options)
      const { user, system } = process.cpuUsage(started)
      if (round > 0) times[which as 0 | 1].push(user + system)
    }
  }
  const [without, all] = times.map(median) as [number, number]
  const note = `${(without / 1e3).toFixed(0)} ms without, ${(all / 1e3).toFixed(0)} ms with them`
  return {
    what: 'a tree with the packs about habits, against one without',
    unit: 'times',
    atMost: 1.3,
    measured: all / without,
    note,
  }
}

async function throughput(
  what: string,
  target: number | undefined,
  sources: readonly Source[],
  pass: (source: Source) => void | Promise<void>,
): Promise<Figure> {
  const bytes = sources.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const figure = { what, unit: 'MB/s', ...(target ? { atLeast: target } : {}) } as const
  if (bytes === 0) return { ...figure, note: 'no such file' }
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.cpuUsage()
    for (const source of sources) {
      const pending = pass(source)
      if (pending) await pending
    }
    const { user, system } = process.cpuUsage(started)
    rates.push(bytes / (user + system))
  }
  return { ...figure, measured: median(rates), note: `${sources.length} files, ${(bytes / 1e6).toFixed(1)} MB` }
}
