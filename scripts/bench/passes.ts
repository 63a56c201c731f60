import { Analysis, Session } from '../../src/core/analysis.ts'
import type { Source } from '../../src/core/source.ts'
import { wholeText } from '../../src/core/text.ts'
import { parseHcl } from '../../src/languages/hcl/hcl.ts'
import { yamlDocuments } from '../../src/languages/yaml/yaml.ts'
import { awsKeysIn } from '../../src/rules/credentials/aws/credentials.ts'
import { detectAws } from '../../src/rules/credentials/aws/detector.ts'
import { rules } from '../../src/rules/index.ts'
import { ruleTable } from '../../src/scan/check.ts'
import { scanLoneSource, scanText } from '../../src/scan/units.ts'
import { type Figure, median } from './figure.ts'

const ROUNDS = 5
const SURROUNDINGS = { session: new Session(), trustedAccounts: new Set<string>() }

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
      async (source) => void (await scanText(source, table, SURROUNDINGS)),
    ),
    await throughput(
      'the same, and what front ends find',
      undefined,
      sources,
      async (source) => void (await scanLoneSource(source, table, SURROUNDINGS)),
    ),
    await throughput('reading HCL', 8, hcl, ({ text }) => void parseHcl(text)),
    await throughput('reading YAML', 1.5, yaml, (source) => void yamlDocuments(wholeText(source))),
  ]
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
