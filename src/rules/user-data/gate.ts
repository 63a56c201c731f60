import { wholeText } from '../../core/text.ts'
import { judgeSecret } from '../../secrets/judge.ts'
import { namesSecret, SECRET_STEMS } from '../../secrets/names.ts'
import { secretsInScript } from './script-secrets.ts'

/** Lines of a text, and which of them count: all, or those that a change touched, with what stands around them. */
export interface GateLines {
  readonly lines: readonly string[]
  readonly counts: readonly boolean[]
  /** Words without quotes are names there, not values. */
  readonly inCode: boolean
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
export function mayHoldLiteral(text: GateLines, isSecret: NameJudge): boolean {
  const { lines, counts } = text
  const named = STEM.test(lines.join('\n'))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (!named && !counts[at]) continue
    if (line.length > LONGEST) {
      if (counts[at] && (STEM.test(line) || ALONE.test(line))) return true
      continue
    }
    if (counts[at] && ALONE.test(line) && holdsScriptSecret(lines, at)) return true
    if (counts[at] && holdsEncodedText(line)) return true
    if (named && STEM.test(line) && rolesOn(line, isSecret).some((role) => hasValue(text, at, role))) return true
  }
  return false
}

/** The same, of a whole text: also by what names of secrets refer to. */
export function mayHoldLiteralAnywhere(lines: readonly string[], inCode: boolean, isSecret: NameJudge): boolean {
  const text = { lines, counts: lines.map(() => true), inCode }
  if (mayHoldLiteral(text, isSecret)) return true
  const references = new Set<string>()
  referencesOf(text, isSecret, references)
  return definesNear(text, references)
}

/** Judges a name, and remembers: a repository has few. */
export type NameJudge = (name: string) => boolean

export function createNameJudge(): NameJudge {
  const known = new Map<string, boolean>()
  return (name) => {
    const answer = known.get(name) ?? namesSecret(name)
    if (known.size < MOST_NAMES) known.set(name, answer)
    return answer
  }
}

const MOST_NAMES = 50_000

/** A longer line is data or made by a program, and not taken apart. */
const LONGEST = 4000

const STEM = new RegExp(SECRET_STEMS, 'i')

/** What secrets stand in without a name of their own; see the shapes of scripts. */
const ALONE =
  /:\/\/[^\s/@"'`<>$]{0,80}:[^\s/@"'`<>]{3,200}@|Authorization["']?\s*[:=]|\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mariadb-admin)\b|\b(?:sshpass|mongo|mongosh|mongodump|mongorestore|ldapadd|ldapmodify|login|htpasswd|smbclient|sqlcmd|vncpasswd|redis-cli)\b|\s(?:-u|--user)(?:=|\s+)["']?[\w.@%+-]{1,100}:|passwd|password-stdin|with-token|IDENTIFIED|PASSWORD\s+['"]|\bnet\s+user|SecureString|\bpass:/i

/** Lines of one command may be continued. */
const AROUND_SCRIPT = 2

function holdsScriptSecret(lines: readonly string[], at: number): boolean {
  const around = lines.slice(Math.max(0, at - AROUND_SCRIPT), at + AROUND_SCRIPT + 1).join('\n')
  if (finds(around)) return true
  return around.includes('\\\n') && finds(around.replace(/\\\n\s*/g, ' '))
}

function finds(text: string): boolean {
  return secretsInScript(wholeText({ uri: '', text })).length > 0
}

const ENCODED = /[A-Za-z0-9+/]{16,}={0,2}/g

/** Base64 of a text, or of gzip: user-data and the data of a Secret are written so. */
function holdsEncodedText(line: string): boolean {
  for (const [run] of line.matchAll(ENCODED)) {
    if (run.startsWith('H4sI')) return true
    if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) continue
    const bytes = Buffer.from(run, 'base64')
    let plain = 0
    for (const byte of bytes) if ((byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13)) plain++
    if (plain >= bytes.length * 0.9) return true
  }
  return false
}

/** A name on a line: what stands behind it is its value; or it is itself the value of a `name`, or what a block is called. */
interface Role {
  readonly kind: 'key' | 'name' | 'default'
  readonly end: number
}

const NAME = /(?<![\\\w$])\$?(?:env:)?([A-Za-z_][\w./-]*)/g
/** `Api Key: …`, which is one name. */
const SPACED = /(?:["']|^[\s-]*)((?:[\w./-]+ ){1,5}[\w./-]+)(?=["']?\s*[:=])/g
const KEY = /^["'`\])}]{0,3}[ \t]*(?::=|=>|[:=](?!=)|\+=|,|\||>)/
const NAMED = /(?:[:=(,]|=>)[ \t]*["'`]?\/?$/
const NAME_END = /^["'`]?[ \t]*(?:[,})\]]|$)/
const LABEL_END = /^["'][ \t]*(?:\{|,[ \t]*[{(\w])/
/** What takes its value after a blank: `ENV X y`, `--password y`, `setx X y`. */
const SPOKEN = /(?:^|[\s"'(,[])(?:--?|(?:ENV|ARG|setx?|export|declare|local|readonly)[ \t]+(?:-\w+[ \t]+)*["']?)$/i
/** The name that is not written: `SecretValue.unsafePlainText('…')`. */
const NAMELESS = /plainText["'\]]?\s*\(/gi

function rolesOn(line: string, isSecret: NameJudge): Role[] {
  const roles: Role[] = []
  for (const { 0: whole, 1: name, index } of line.matchAll(NAME)) {
    if (!STEM.test(name!) || !(isSecret(name!) || (name!.includes('/') && name!.split('/').some(isSecret)))) continue
    roles.push(...rolesAt(line, index, index + whole.length))
  }
  for (const { 0: whole, 1: name, index } of line.matchAll(SPACED)) {
    if (STEM.test(name!) && isSecret(name!)) roles.push({ kind: 'key', end: index + whole.length })
  }
  for (const { 0: whole, index } of line.matchAll(NAMELESS)) roles.push({ kind: 'key', end: index + whole.length })
  return roles
}

function rolesAt(line: string, start: number, end: number): Role[] {
  const [before, after] = [line.slice(0, start), line.slice(end)]
  // Within an expression a name is no key, but it may have a default: `${PASSWORD:-…}`.
  if (/\$[{(][^})]*$/.test(before)) return /^:?[-=]/.test(after) ? [{ kind: 'default', end }] : []
  const isArgument = /^["'`]?[ \t]*[,\\+]?[ \t]*$/.test(after) && /^\s*["'`]$/.test(before)
  const isKey = KEY.test(after) || SPOKEN.test(before) || isArgument
  return [...(isKey ? [{ kind: 'key', end } as const] : []), ...nameRole(before, after, end)]
}

function nameRole(before: string, after: string, end: number): Role[] {
  return (NAMED.test(before) && NAME_END.test(after)) || LABEL_END.test(after) ? [{ kind: 'name', end }] : []
}

/** So many lines lie between a name and its value at the most: `variable "password" {`, a description, a type, `default = …`. */
const REACH = 12
/** A value that begins on a line of its own does so on one of the next. */
const NEXT = 3
const OPEN = /(?:[:=({[\\+,]|=>|[|>][+-]?\d?|<<[-~]?\s*["']?\w+["']?)\s*$/

function hasValue({ lines, counts, inCode }: GateLines, named: number, { kind, end }: Role): boolean {
  const line = lines[named]!
  const rest = line.slice(end)
  if (kind === 'default') return counts[named]! && isLiteral(/^:?[-=]["']?([^}"']*)/.exec(rest)?.[1] ?? '')
  if (counts[named] && (kind === 'key' ? isLiteralBehind(rest, inCode) : holdsValue(line, inCode, end))) return true
  const isOpen = OPEN.test(line) || rest.trim().length < 2
  const from = kind === 'key' ? named + 1 : Math.max(0, named - REACH)
  // Behind a name that has a value, one may still go on in the next line.
  const to = Math.min(lines.length, named + (kind === 'key' && !isOpen ? 1 : REACH) + 1)
  for (let at = from; at < to; at++) {
    if (at === named || !(counts[named] || counts[at])) continue
    if (holdsValue(lines[at]!, inCode)) return true
    if (isOpen && at > named && at <= named + NEXT && isValueLine(lines[at]!)) return true
  }
  return false
}

const QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`/g
const FIRST =
  /^["'`\])}]{0,3}(?<joint>\s*(?::=|=>|\+=|[:=,|>])?\s*)(?<tag>(?:!\w+|sensitive|nonsensitive)\s*\(?\s*)?(?<value>"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'`,;(){}<>|&]+)/
const COMMAND = /^["'`\])}]{0,3}\s*(?:=|:=|:)\s*["']?(?:\$\(|`)/
/** `a.b["c"]`, in a language in which words without quotes are names. */
const PATH = /^[A-Za-z_]\w*(?:\[[^\]]*\]?)*(?:\.[\w[\]"*-]+)+$/

/** Is there a literal on the line behind a name: at once, or, where there are expressions, in quotes as a part of one? */
function isLiteralBehind(rest: string, inCode = false): boolean {
  if (COMMAND.test(rest)) return false
  const first = FIRST.exec(rest)?.groups
  if (first) {
    const { joint, tag, value } = first
    const isName = /\s[:+]?=>?\s/.test(joint!) && (!/["'\d]/.test(value!) || (inCode && PATH.test(value!)))
    if (!isName && isLiteral(value!)) return true
    if (!inCode && !tag) return false
  }
  const own = /^["'`](?=\s*[:=,\])])/.exec(rest)?.[0].length ?? 0
  for (const [quoted] of rest.slice(own).matchAll(QUOTED)) if (isLiteral(quoted)) return true
  return false
}

const VALUE_OF =
  /(?:value|string|(?<![A-Za-z])(?:default|contents?|text|data|literal|plain_?text|raw|valueFrom|value_from))["'\]]{0,2}(\s*(?::=|=>|[:=]).*)$/i

/** A value that says by its key that it is that of something else: `value: …`, `default = …`, `"ParameterValue": …`. */
function holdsValue(line: string, inCode: boolean, from = 0): boolean {
  if (line.length > LONGEST) return true
  // An argument behind the name: `addEnvironment('NAME', 'value')`.
  if (from > 0 && /^["'`]\s*,/.test(line.slice(from)) && isLiteralBehind(line.slice(from + 1), true)) return true
  const value = VALUE_OF.exec(line)?.[1]
  return value !== undefined && isLiteralBehind(value, inCode)
}

const VALUE_LINE = /^\s*(?:[-+]\s+)?([^\s"'`,;(){}<>|&]+)[\s\\,;)\]}]*$/

/** Nothing but a value: of a block scalar, a list of arguments, a string that goes on. */
function isValueLine(line: string): boolean {
  const word = VALUE_LINE.exec(line)?.[1]
  if (word !== undefined) return !/[:=]$/.test(word) && isLiteral(word)
  if (/[:=]/.test(line.replace(QUOTED, ''))) return false
  for (const [quoted] of line.matchAll(QUOTED)) if (isLiteral(quoted)) return true
  return false
}

/** Could it be a secret under any name, in any place? Where a password is taken, most is one. */
function isLiteral(value: string): boolean {
  return judgeSecret({ name: 'password', value, takes: 'password' }).secret || /^["'`]?\d{8,}["'`]?$/.test(value)
}

const REFERENCE =
  /\b(?:var|local|each\.value|self|module)\.([A-Za-z_]\w*)|!Ref\s+["']?(\w+)|\bRef["']?\s*:\s*["']?(\w+)|!GetAtt\s+["']?(\w+)|\$\{?!?([A-Za-z_]\w*)|(?<![\w*])\*([A-Za-z_][\w-]*)/g
/** A name right behind another. */
const NAME_BEHIND = /^["'`\])}]{0,3}\s*(?::=|=>|[:=,])\s*([A-Za-z_][\w.]*)\b(?!\s*["'(])/
const BESIDE = 3

/** What names that are judged secret refer to, in these lines, and what that refers to: added to `found`. */
export function referencesOf({ lines }: Pick<GateLines, 'lines'>, isSecret: NameJudge, found: Set<string>): void {
  if (found.size === 0 && !STEM.test(lines.join('\n'))) return
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.length > LONGEST || !STEM.test(line)) continue
    for (const { kind, end } of rolesOn(line, isSecret)) {
      addBehind(line.slice(end), found)
      if (kind === 'key' && !OPEN.test(line)) continue
      for (let near = Math.max(0, at - BESIDE); near <= Math.min(lines.length - 1, at + BESIDE); near++) {
        if (near !== at && lines[near]!.length <= LONGEST) addReferences(lines[near]!, found)
      }
    }
  }
  for (let round = 0, before = 0; round < MOST_STEPS && found.size > before; round++) {
    before = found.size
    for (const line of lines) if (line.length <= LONGEST) addDefinitions(line, found)
  }
}

/** From one name to the next, `a = local.b`, `b = var.c`. */
const MOST_STEPS = 3

function addDefinitions(line: string, found: Set<string>): void {
  for (const { 0: whole, 1: defined, index } of line.matchAll(DEFINED)) {
    if (defined !== undefined && found.has(defined))
      addBehind(line.slice(index + whole.indexOf(defined) + defined.length), found)
  }
}

function addBehind(rest: string, found: Set<string>): void {
  const name = NAME_BEHIND.exec(rest)?.[1]
  if (name) for (const part of name.split('.')) found.add(part)
  addReferences(rest, found)
}

function addReferences(text: string, found: Set<string>): void {
  for (const match of text.matchAll(REFERENCE)) found.add(match.slice(1).find((name) => name !== undefined)!)
}

/** Where a name gets its meaning: `variable "x" {`, `x = …`, `x: …`, `"x": …`, `const x = …`, `&x`. */
const DEFINED = /(?<![\\w.$-])([A-Za-z_]\w*)["'\]]{0,2}\s*(?::=|[:={](?![=:]))|&([A-Za-z_][\w-]*)/g

/** Does a line that counts give a value to one of `references`: `x = …`, or `default = …` behind `variable "x" {`? */
export function definesNear(text: GateLines, references: ReadonlySet<string>): boolean {
  if (references.size === 0) return false
  const { lines, counts, inCode } = text
  const asked = new Set<number>()
  for (let at = 0; at < lines.length; at++) {
    if (!counts[at]) continue
    asked.add(at)
    if (!holdsValue(lines[at]!, inCode) && !isValueLine(lines[at]!)) continue
    for (let near = Math.max(0, at - REACH); near < at; near++) asked.add(near)
  }
  for (const at of asked) {
    const line = lines[at]!
    if (line.length > LONGEST) continue
    for (const { 0: whole, 1: defined, 2: anchor, index } of line.matchAll(DEFINED)) {
      const name = defined ?? anchor!
      if (references.has(name) && hasValue(text, at, { kind: 'key', end: index + whole.indexOf(name) + name.length }))
        return true
    }
  }
  return false
}
