import { alphabetOf, LETTERS_AND_DIGITS, runsIn } from '../../core/runs.ts'
import { wholeText } from '../../core/text.ts'
import { judgeSecret } from '../../secrets/judge.ts'
import { namesSecret, SECRET_STEMS } from '../../secrets/names.ts'
import { secretsInScript } from './script-secrets.ts'

/** Reads a line for the gate; `inCode` says that words without quotes are names there, not values. */
export type LineReader = (text: string, inCode: boolean) => Line

/** The versions of a file are the same lines over and over, so each is looked at once for all of them. */
export function createLineReader(): LineReader {
  const isSecret = remembering(namesSecret)
  const read = {
    prose: remembering((text: string) => new Line(text, false, isSecret)),
    code: remembering((text: string) => new Line(text, true, isSecret)),
  }
  return (text, inCode) => (inCode ? read.code(text) : read.prose(text))
}

const MOST_REMEMBERED = 50_000

function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= MOST_REMEMBERED) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** A name on a line: what stands behind it is its value; or it is itself the value of a `name`, or what a block is called. */
export interface Role {
  readonly kind: 'key' | 'name' | 'default'
  /** The rest of the line. */
  readonly rest: string
  /** Does the line itself hold what may be its value? */
  readonly hasValue: boolean
}

/** A name that a line gives a meaning, with the rest of the line. */
export interface Definition {
  readonly name: string
  readonly rest: string
}

/** What one line says of secrets, whatever stands around it; each answer is worked out when it is first asked for. */
export class Line {
  readonly text: string
  readonly #inCode: boolean
  readonly #isSecret: (name: string) => boolean
  #stem: boolean | undefined
  #nameless: boolean | undefined
  #encoded: boolean | undefined
  #value: boolean | undefined
  #allValue: boolean | undefined
  #open: boolean | undefined
  #roleList: readonly Role[] | undefined
  #definitionList: readonly Definition[] | undefined
  #referenceList: readonly string[] | undefined

  constructor(text: string, inCode: boolean, isSecret: (name: string) => boolean) {
    this.text = text
    this.#inCode = inCode
    this.#isSecret = isSecret
  }

  /** Data, or made by a program, and not taken apart. */
  get isLong(): boolean {
    return this.text.length > LONGEST
  }

  /** Is there a word of secrets on it? */
  get hasStem(): boolean {
    return (this.#stem ??= STEM.test(this.text))
  }

  /** Is there something on it in which secrets stand without a name of their own? */
  get hasNameless(): boolean {
    return (this.#nameless ??= ALONE.test(this.text))
  }

  /** Base64 of a text, or of gzip: user-data and the data of a Secret are written so. */
  get hasEncodedText(): boolean {
    return (this.#encoded ??= holdsEncodedText(this.text))
  }

  /** The names of secrets on it. */
  get roles(): readonly Role[] {
    return (this.#roleList ??= this.hasStem ? this.#roles() : [])
  }

  /** A value that says by its key that it is that of something else: `value: …`, `default = …`, `"ParameterValue": …`. */
  get hasValue(): boolean {
    return (this.#value ??= this.isLong || this.#holdsValue())
  }

  /** Nothing but a value: of a block scalar, a list of arguments, a string that goes on. */
  get isValue(): boolean {
    return (this.#allValue ??= isValueLine(this.text))
  }

  /** Does it go on in the next one? */
  get isOpen(): boolean {
    return (this.#open ??= OPEN.test(this.text))
  }

  get definitions(): readonly Definition[] {
    return (this.#definitionList ??= definitionsOn(this.text))
  }

  /** Names of other things on it: `var.x`, `!Ref x`, `$x`. */
  get references(): readonly string[] {
    return (this.#referenceList ??= referencesIn(this.text))
  }

  /** May what follows a name be its value? */
  isValueBehind(rest: string): boolean {
    return isLiteralBehind(rest, this.#inCode)
  }

  #holdsValue(): boolean {
    const value = VALUE_OF.exec(this.text)?.[1]
    return value !== undefined && isLiteralBehind(value, this.#inCode)
  }

  #roles(): Role[] {
    const { text } = this
    const roles: Role[] = []
    const add = (kind: Role['kind'], end: number) => {
      const rest = text.slice(end)
      roles.push({ kind, rest, hasValue: this.#hasValueOf(kind, rest) })
    }
    for (const { 0: whole, 1: name, index } of text.matchAll(NAME)) {
      if (!STEM.test(name!) || !this.#isNameOfSecret(name!)) continue
      const end = index + whole.length
      for (const kind of kindsAt(text.slice(0, index), text.slice(end))) add(kind, end)
    }
    for (const { 0: whole, 1: name, index } of text.matchAll(SPACED)) {
      if (STEM.test(name!) && this.#isSecret(name!)) add('key', index + whole.length)
    }
    for (const { 0: whole, index } of text.matchAll(NAMELESS)) add('key', index + whole.length)
    return roles
  }

  #isNameOfSecret(name: string): boolean {
    return this.#isSecret(name) || (name.includes('/') && name.split('/').some(this.#isSecret))
  }

  #hasValueOf(kind: Role['kind'], rest: string): boolean {
    if (kind === 'default') return isLiteral(/^:?[-=]["']?([^}"']*)/.exec(rest)?.[1] ?? '')
    if (kind === 'key') return this.isValueBehind(rest)
    // An argument behind the name: `addEnvironment('NAME', 'value')`.
    return this.hasValue || (/^["'`]\s*,/.test(rest) && isLiteralBehind(rest.slice(1), true))
  }
}

const LONGEST = 4000

const STEM = new RegExp(SECRET_STEMS, 'i')

/** What secrets stand in without a name of their own; see the shapes of scripts. */
const ALONE =
  /:\/\/[^\s/@"'`<>$]{0,80}:[^\s/@"'`<>]{3,200}@|Authorization["']?\s*[:=]|\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mariadb-admin)\b|\b(?:sshpass|mongo|mongosh|mongodump|mongorestore|ldapadd|ldapmodify|login|htpasswd|smbclient|sqlcmd|vncpasswd|redis-cli)\b|\s(?:-u|--user)(?:=|\s+)["']?[\w.@%+-]{1,100}:|passwd|password-stdin|with-token|IDENTIFIED|PASSWORD\s+['"]|\bnet\s+user|SecureString|\bpass:|pgpass/i

/** Could any line of a text, or lines of it together, hold a secret of a front end? Asked before it is taken apart. */
export function mayBeOfInterest(text: string): boolean {
  return STEM.test(text) || ALONE.test(text) || holdsEncodedText(text)
}

/** Lines of one command may be continued. */
export function hasScriptSecret(text: string): boolean {
  return finds(text) || (text.includes('\\\n') && finds(text.replace(/\\\n\s*/g, ' ')))
}

function finds(text: string): boolean {
  return secretsInScript(wholeText({ uri: '', text })).length > 0
}

const ENCODED = alphabetOf(`${LETTERS_AND_DIGITS}+/`)
const SHORTEST_ENCODED = 16

function holdsEncodedText(line: string): boolean {
  for (const run of runsIn(line, ENCODED, SHORTEST_ENCODED)) {
    if (run.startsWith('H4sI')) return true
    if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) continue
    const bytes = Buffer.from(run, 'base64')
    let plain = 0
    for (const byte of bytes) if ((byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13)) plain++
    if (plain >= bytes.length * 0.9) return true
  }
  return false
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

/** How a name takes its value, by what stands around it. */
function kindsAt(before: string, after: string): Role['kind'][] {
  // Within an expression a name is no key, but it may have a default: `${PASSWORD:-…}`.
  if (/\$[{(][^})]*$/.test(before)) return /^:?[-=]/.test(after) ? ['default'] : []
  const isArgument = /^["'`]?[ \t]*[,\\+]?[ \t]*$/.test(after) && /^\s*["'`]$/.test(before)
  const isKey = KEY.test(after) || SPOKEN.test(before) || isArgument
  const isName = (NAMED.test(before) && NAME_END.test(after)) || LABEL_END.test(after)
  return [...(isKey ? (['key'] as const) : []), ...(isName ? (['name'] as const) : [])]
}

/** What ends a line whose value goes on in the next one. */
const OPEN = /(?:[:=({[\\+,]|=>|[|>][+-]?\d?|<<[-~]?\s*["']?\w+["']?)\s*$/

const QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`/g
const FIRST =
  /^["'`\])}]{0,3}(?<joint>\s*(?::=|=>|\+=|[:=,|>])?\s*)(?<tag>(?:!\w+|sensitive|nonsensitive)\s*\(?\s*)?(?<value>"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'`,;(){}<>|&]+)/
const COMMAND = /^["'`\])}]{0,3}\s*(?:=|:=|:)\s*["']?(?:\$\(|`)/
/** `a.b["c"]`, in a language in which words without quotes are names. */
const PATH = /^[A-Za-z_]\w*(?:\[[^\]]*\]?)*(?:\.[\w[\]"*-]+)+$/

/** Is there a literal on the line behind a name: at once, or, where there are expressions, in quotes as a part of one? */
function isLiteralBehind(rest: string, inCode: boolean): boolean {
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

const VALUE_LINE = /^\s*(?:[-+]\s+)?([^\s"'`,;(){}<>|&]+)[\s\\,;)\]}]*$/

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

function referencesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map((match) => match.slice(1).find((name) => name !== undefined)!)
}

/** What stands right behind a name: another one, by itself or as a reference. */
export function referencesBehind(rest: string): string[] {
  return [...(NAME_BEHIND.exec(rest)?.[1]?.split('.') ?? []), ...referencesIn(rest)]
}

/** A name right behind another. */
const NAME_BEHIND = /^["'`\])}]{0,3}\s*(?::=|=>|[:=,])\s*([A-Za-z_][\w.]*)\b(?!\s*["'(])/
/** Where a name gets its meaning: `variable "x" {`, `x = …`, `x: …`, `"x": …`, `const x = …`, `&x`. */
const DEFINED = /(?:(?<![\w.$\\-])|(?<=\\[nrt]))([A-Za-z_]\w*)["'\]]{0,2}\s*(?::=|[:={](?![=:]))|&([A-Za-z_][\w-]*)/g

function definitionsOn(text: string): Definition[] {
  return [...text.matchAll(DEFINED)].map(({ 0: whole, 1: defined, 2: anchor, index }) => {
    const name = defined ?? anchor!
    return { name, rest: text.slice(index + whole.indexOf(name) + name.length) }
  })
}
