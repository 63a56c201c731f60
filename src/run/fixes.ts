import { type FileEdit, type Finding, SEVERITIES, type Severity, type Suggestion } from '../core/finding.ts'
import { folderOf } from '../core/paths.ts'
import type { Tree } from '../core/tree.ts'
import { affectedPaths } from '../frontends/index.ts'
import { isVariableFile } from '../frontends/terraform/module.ts'
import { groupBy } from '../report/select.ts'
import { candidatesOf } from '../scan/findings.ts'
import { scanText, scanUnits } from '../scan/units.ts'
import { type Work, withoutChecks } from './scan-result.ts'

/**
 * Each trial is a scan of the modules that the edits concern. A change has few fixes, and people who wait for them as
 * suggestions; a scan of everything is for another purpose, unless it is asked for fixes.
 */
export const TRIALS = { change: 20, full: 6, asked: 1000 }

/** Counts down the trials of a run. */
interface Trials {
  left: number
  readonly head: Tree
  readonly known: ReadonlySet<string>
  readonly work: Work
  readonly edits: Edits
}

/** What the edits of a folder can change, whichever of them are made. */
interface Ground {
  readonly paths: readonly string[]
  readonly edits: Edits
}

/** The head with the texts of the trial that is under way: one tree for all, so that it is known once who calls whom. */
interface Edits {
  readonly tree: Tree
  texts: ReadonlyMap<string, string>
}

function editsOf(head: Tree): Edits {
  const edits: Edits = {
    texts: new Map(),
    tree: {
      paths: head.paths,
      has: (path) => head.has(path),
      read: (path) => {
        const text = edits.texts.get(path)
        return text === undefined ? head.read(path) : { uri: path, text }
      },
    },
  }
  return edits
}

/**
 * Only fixes that hold are offered: with its edits the files parse, the finding is gone, and nothing as grave is found that
 * was not there before (a disk that is encrypted may be so with a key that nobody chose). Those that do not hold, those of
 * findings that the base had, and those that there are no trials left for are taken off their findings.
 */
export async function withTriedFixes(
  findings: readonly Finding[],
  head: Tree,
  work: Work,
  most: number,
): Promise<Finding[]> {
  const known = new Set(findings.map(({ fingerprint }) => fingerprint))
  const fixable = findings.filter((finding): finding is Fixable => finding.fix !== undefined && finding.atHead)
  const wanted = fixable.filter(({ state }) => state === 'new')
  const trials: Trials = { left: most, head, known, work: withoutChecks(work), edits: editsOf(head) }
  const holding = new Set<Finding>()
  // A folder is mostly one module: what holds together holds alone, and takes one scan instead of many.
  for (const together of groupBy(wanted, ({ location }) => folderOf(location.uri)).values()) {
    for (const finding of await holdingOf(together, trials)) holding.add(finding)
  }
  return findings.map((finding) => {
    if (finding.fix === undefined) return finding
    const { fix, ...plain } = finding
    return holding.has(finding) ? { ...finding, ...suggestionOf(finding, fix, head) } : plain
  })
}

type Fixable = Finding & { readonly fix: readonly FileEdit[] }

async function holdingOf(findings: readonly Fixable[], trials: Trials): Promise<readonly Fixable[]> {
  if (trials.left <= 0) return []
  const ground = groundOf(findings, trials)
  const apart = apartIn(findings)
  if (apart.length < 2 || !(await hold(apart, ground, trials))) return await oneByOne(findings, ground, trials)
  const others = findings.filter((finding) => !apart.includes(finding))
  return [...apart, ...(await oneByOne(others, ground, trials))]
}

async function oneByOne(findings: readonly Fixable[], ground: Ground, trials: Trials): Promise<Fixable[]> {
  const holding: Fixable[] = []
  for (const finding of findings) if (await hold([finding], ground, trials)) holding.push(finding)
  return holding
}

/**
 * Who is concerned is found out once, in the head, which remembers who calls whom. The values that a folder holds are read
 * with its modules; only where they change themselves they concern those of other folders, too.
 */
function groundOf(findings: readonly Fixable[], { head, edits }: Trials): Ground {
  const changed = new Set(findings.flatMap(({ fix }) => fix.map(({ uri }) => uri)))
  const affected = [...affectedPaths(head, changed)]
  return { paths: affected.filter((path) => changed.has(path) || !isVariableFile(path)), edits }
}

/** As many findings as there are whose edits do not touch one another, in order. */
export function apartIn<Finding extends { readonly fix?: readonly FileEdit[] }>(
  findings: readonly Finding[],
): Finding[] {
  const taken: FileEdit[] = []
  return findings.filter(({ fix = [] }) => {
    if (fix.some((edit) => taken.some((other) => overlap(edit, other)))) return false
    taken.push(...fix)
    return true
  })
}

function overlap(a: FileEdit, b: FileEdit): boolean {
  // What is put in at one place stands one after the other.
  if (a.uri !== b.uri || (a.length === 0 && b.length === 0)) return false
  return a.offset < b.offset + Math.max(1, b.length) && b.offset < a.offset + Math.max(1, a.length)
}

/** The text with the edits made, from the end so that earlier offsets stay true. */
export function edited(text: string, edits: readonly Pick<FileEdit, 'offset' | 'length' | 'text'>[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((now, { offset, length, text: put }) => now.slice(0, offset) + put + now.slice(offset + length), text)
}

async function hold(findings: readonly Fixable[], ground: Ground, trials: Trials): Promise<boolean> {
  if (trials.left-- <= 0) return false
  const { head, known, work } = trials
  const texts = new Map<string, string>()
  const edits = findings.flatMap(({ fix }) => fix)
  for (const [uri, own] of groupBy(edits, (edit) => edit.uri)) {
    const text = head.read(uri)?.text
    if (text === undefined) return false
    texts.set(uri, edited(text, own))
  }
  ground.edits.texts = texts
  const units = await scanUnits(ground.edits.tree, ground.paths, work.rules, work.scanOptions)
  if (units.notifications.some(({ id, location }) => id === 'parse-error' && location && texts.has(location.uri)))
    return false
  const hits = [...units.hits]
  for (const [uri, text] of texts) hits.push(...(await scanText({ uri, text }, work.rules, work.scanOptions)).hits)
  const gone = new Set(findings.map(({ fingerprint }) => fingerprint))
  return candidatesOf(hits.filter(({ hit }) => texts.has(hit.span.uri))).every(({ published, rule, hit }) => {
    const { fingerprint } = published()
    if (gone.has(fingerprint)) return false
    return (
      known.has(fingerprint) ||
      findings.every(({ severity }) => isLighter(hit.severity ?? rule.meta.severity, severity))
    )
  })
}

function isLighter(severity: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(than)
}

/**
 * The lines to write instead, where the fix stays within the file and the lines that are shown, and what it leaves of
 * them is shown as it is: what is masked there would be written into the file.
 */
function suggestionOf(finding: Finding, fix: readonly FileEdit[], head: Tree): { suggestion?: Suggestion } {
  const { snippet, location } = finding
  const text = head.read(location.uri)?.text
  if (text === undefined || snippet.startColumn !== undefined || fix.some(({ uri }) => uri !== location.uri)) return {}
  const startLine = Math.min(...fix.map(({ region }) => region.startLine))
  const endLine = Math.max(...fix.map(({ region }) => region.endLine))
  const shown = snippet.lines.slice(startLine - snippet.startLine, endLine - snippet.startLine + 1)
  if (startLine < snippet.startLine || shown.length !== endLine - startLine + 1) return {}
  const lines = text.split('\n')
  const before = lines.slice(0, startLine - 1).reduce((sum, line) => sum + line.length + 1, 0)
  const own = fix.map((edit) => ({ ...edit, offset: edit.offset - before }))
  const whole = edited(lines.slice(startLine - 1, endLine).join('\n'), own)
  if (whole !== edited(shown.join('\n'), own) || whole.includes('\r')) return {}
  return { suggestion: { startLine, endLine, lines: whole.split('\n') } }
}
