import {
  hasScriptSecret,
  type Line,
  type LineReader,
  mayBeOfInterest,
  type Role,
  referencesBehind,
} from './gate-line.ts'

/** Lines of a text, and which of them count: all, or those that a change touched, with what stands around them. */
export interface GateLines {
  readonly lines: readonly Line[]
  readonly counts: readonly boolean[]
}

/** Is a file, by its name, written in a language of expressions? */
export function isCode(path: string): boolean {
  return /\.(?:tf|tofu|tfvars|hcl|[cm]?[jt]sx?|py)$/i.test(path)
}

/**
 * Could a front end make a setting or a script of these lines in which a rule of this pack finds a secret? Nothing is known of
 * their structure: whatever may stand under a name that is judged secret counts as its value. One of the two must be on a line
 * that counts.
 */
export function mayHoldLiteral(text: GateLines): boolean {
  const { lines, counts } = text
  const named = lines.some(({ hasStem }) => hasStem)
  for (const [at, line] of lines.entries()) {
    if (!named && !counts[at]) continue
    if (line.isLong) {
      if (counts[at] && (line.hasStem || line.hasNameless)) return true
      continue
    }
    if (counts[at] && line.hasNameless && holdsScriptSecret(lines, at)) return true
    if (counts[at] && line.hasEncodedText) return true
    if (named && line.roles.some((role) => hasValue(text, at, role))) return true
  }
  return false
}

/** The same, of a whole text: also by what names of secrets refer to. */
export function mayHoldLiteralAnywhere(text: string, path: string, read: LineReader): boolean {
  return mayBeOfInterest(text) && mayHoldLiteralIn(linesOf(text, path, read))
}

/** As above, of a part of a text: all its lines count. */
export function mayHoldLiteralIn(lines: readonly Line[]): boolean {
  const text = { lines, counts: lines.map(() => true) }
  if (mayHoldLiteral(text)) return true
  const references = new Set<string>()
  referencesOf(lines, references)
  return definesNear(text, references)
}

export function linesOf(text: string, path: string, read: LineReader): Line[] {
  const inCode = isCode(path)
  return text.split('\n').map((line) => read(line, inCode))
}

/** Lines of one command may be continued. */
const AROUND_SCRIPT = 2

function holdsScriptSecret(lines: readonly Line[], at: number): boolean {
  const around = lines.slice(Math.max(0, at - AROUND_SCRIPT), at + AROUND_SCRIPT + 1)
  return hasScriptSecret(around.map(({ text }) => text).join('\n'))
}

/** So many lines lie between a name and its value at the most: `variable "password" {`, a description, a type, `default = …`. */
const REACH = 12
/** A value that begins on a line of its own does so on one of the next. */
const NEXT = 3

/** May a name have a value that a change has touched, or have been touched itself? */
function hasValue({ lines, counts }: GateLines, named: number, role: Role): boolean {
  if (counts[named] && role.hasValue) return true
  if (role.kind === 'default') return false
  const isOpen = lines[named]!.isOpen || role.rest.trim().length < 2
  const from = role.kind === 'key' ? named + 1 : Math.max(0, named - REACH)
  // Behind a name that has a value, one may still go on in the next line.
  const to = Math.min(lines.length, named + (role.kind === 'key' && !isOpen ? 1 : REACH) + 1)
  for (let at = from; at < to; at++) {
    if (at === named || !(counts[named] || counts[at])) continue
    if (lines[at]!.hasValue) return true
    if (isOpen && at > named && at <= named + NEXT && lines[at]!.isValue) return true
  }
  return false
}

/** Lines beside a name on which what it refers to may stand. */
const BESIDE = 3

/** What names that are judged secret refer to, in these lines, and what that refers to: added to `found`. */
export function referencesOf(lines: readonly Line[], found: Set<string>): void {
  if (found.size === 0 && !lines.some(({ hasStem }) => hasStem)) return
  for (const [at, line] of lines.entries()) {
    if (line.isLong) continue
    for (const { kind, rest } of line.roles) {
      addAll(referencesBehind(rest), found)
      if (kind === 'key' && !line.isOpen) continue
      for (let near = Math.max(0, at - BESIDE); near <= Math.min(lines.length - 1, at + BESIDE); near++) {
        if (near !== at && !lines[near]!.isLong) addAll(lines[near]!.references, found)
      }
    }
  }
  for (let round = 0, before = 0; round < MOST_STEPS && found.size > before; round++) {
    before = found.size
    for (const line of lines) if (!line.isLong) addDefinitions(line, found)
  }
}

/** From one name to the next, `a = local.b`, `b = var.c`. */
const MOST_STEPS = 3

function addDefinitions(line: Line, found: Set<string>): void {
  for (const { name, rest } of line.definitions) if (found.has(name)) addAll(referencesBehind(rest), found)
}

function addAll(names: readonly string[], found: Set<string>): void {
  for (const name of names) found.add(name)
}

/** Does a line that counts give a value to one of `references`: `x = …`, or `default = …` behind `variable "x" {`? */
export function definesNear(text: GateLines, references: ReadonlySet<string>): boolean {
  if (references.size === 0) return false
  const { lines, counts } = text
  let counted = -1
  for (let at = lines.length - 1; at >= 0; at--) {
    if (counts[at]) counted = at
    if (counted === -1 || counted > at + REACH || lines[at]!.isLong) continue
    const line = lines[at]!
    for (const { name, rest } of line.definitions) {
      if (!references.has(name)) continue
      if (hasValue(text, at, { kind: 'key', rest, hasValue: line.isValueBehind(rest) })) return true
    }
  }
  return false
}
