/**
 * Every difference between two frozen corpora: `npm run corpus:compare -- BEFORE AFTER`. Exits with 1 when there is one.
 * What changed in the same way at many places is told once, with the places.
 */
import { type Changed, type Differences, differences, groupBy } from './corpus/differences.ts'
import { type FrozenFinding, type FrozenScan, readFrozen } from './corpus/frozen.ts'

const [before, after] = process.argv.slice(2)
if (!before || !after) {
  console.error('usage: npm run corpus:compare -- BEFORE AFTER')
  process.exit(2)
}

const [old, fresh] = [readFrozen(before), readFrozen(after)]
const summary = new Map<string, { added: number; gone: number; changed: number; fields: Set<string> }>()
let differing = 0
for (const target of new Set([...old.keys(), ...fresh.keys()])) {
  const lines = linesOf(old.get(target), fresh.get(target))
  if (lines.length === 0) continue
  differing++
  console.log(`\n=== ${target}\n${lines.join('\n')}`)
}
console.log(`\n${differing} of ${new Set([...old.keys(), ...fresh.keys()]).size} targets differ`)
console.log(`${totals(old)} -> ${totals(fresh)}`)
if (summary.size > 0) {
  const rows = [...summary].sort().map(([rule, row]) => ({ rule, ...row, fields: [...row.fields].join(' ') }))
  console.table(rows)
}
process.exitCode = differing > 0 ? 1 : 0

function totals(scans: ReadonlyMap<string, FrozenScan>): string {
  const all = [...scans.values()]
  const findings = all.reduce((sum, scan) => sum + scan.findings.length, 0)
  const undone = all.filter((scan) => scan.error).length
  const seconds = all.reduce((sum, scan) => sum + scan.milliseconds, 0) / 1000
  return `${all.length} scans, ${undone} without a report, ${findings} findings, ${seconds.toFixed(1)} s`
}

function linesOf(before: FrozenScan | undefined, after: FrozenScan | undefined): string[] {
  if (!before || !after) return [`only in the ${before ? 'first' : 'second'}`]
  const found = differences(before, after)
  count(found)
  return [
    ...found.others.map((line) => `  ${line}`),
    ...found.gone.map((finding) => `- ${describe(finding)}`),
    ...found.added.map((finding) => `+ ${describe(finding)}`),
    ...changedLines(found.changed),
  ]
}

function count({ added, gone, changed }: Differences): void {
  for (const { ruleId } of added) rowOf(ruleId).added++
  for (const { ruleId } of gone) rowOf(ruleId).gone++
  for (const { before, fields } of changed) {
    const row = rowOf(before.ruleId)
    row.changed++
    for (const field of fields) row.fields.add(field)
  }
}

function rowOf(rule: string) {
  const row = summary.get(rule) ?? { added: 0, gone: 0, changed: 0, fields: new Set<string>() }
  summary.set(rule, row)
  return row
}

function describe(finding: FrozenFinding): string {
  const { ruleId, severity, message, fingerprint } = finding
  const marks = ['state', 'suppression', 'atHead'].flatMap((name) => markOf(name, finding[name]))
  return `${ruleId} ${severity} ${placeOf(finding)} ${message} [${[...marks, fingerprint].join(', ')}]`
}

/** What is not as it usually is. */
function markOf(name: string, value: unknown): string[] {
  if (value === undefined || value === 'new' || value === true) return []
  return [value === false ? `not ${name}` : typeof value === 'string' ? value : `${name} ${JSON.stringify(value)}`]
}

function placeOf({ location: { uri, region } }: FrozenFinding): string {
  return `${uri}:${region.startLine}:${region.startColumn}`
}

function changedLines(changed: readonly Changed[]): string[] {
  const alike = groupBy(changed, (one) => `~ ${one.before.ruleId}\n${fieldLines(one)}`)
  return [...alike].map(([text, places]) => {
    const [heading, ...rest] = text.split('\n')
    return [`${heading} ${places.map(({ after }) => placeOf(after)).join(' ')}`, ...rest].join('\n')
  })
}

function fieldLines({ before, after, fields }: Changed): string {
  return fields
    .map((name) => `    ${name}: ${JSON.stringify(before[name])}\n      -> ${JSON.stringify(after[name])}`)
    .join('\n')
}
