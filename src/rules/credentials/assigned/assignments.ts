import { SECRET_STEMS } from '../../../secrets/names.ts'
import type { Style } from './files.ts'

/** A name with a literal that it is given; offsets into the text. */
export interface Assignment {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** A line that is longer was not written by anybody. */
const LONGEST_LINE = 3_000
const LONGEST_NAME = 60

/** A word for a secret, where a name is read from. Texts without any are not looked at further. */
const STEM = new RegExp(SECRET_STEMS, 'gi')

/**
 * The literals that names which may mean a secret are given, in whatever language: `api_key = "…"`, `"password": "…"`,
 * `define('DB_PASSWORD', '…')`, `<password>…</password>`, `{"name": "TOKEN", "value": "…"}`, `spring.password=…`.
 */
export function* assignmentsIn(text: string, style: Style): Generator<Assignment> {
  let done = 0
  STEM.lastIndex = 0
  for (const match of text.matchAll(STEM)) {
    if (match.index < done) continue
    const name = nameAround(text, match.index)
    done = name.end
    const value = name.text === '' ? undefined : valueAfter(text, name, style)
    if (!value || !isOfALine(text, value.start)) continue
    yield { name: name.text, ...value }
  }
}

interface Name {
  readonly text: string
  readonly start: number
  readonly end: number
}

const isNameCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45 ||
  code === 46

/** The whole name that a word stands in; none when it is too long for one. */
function nameAround(text: string, at: number): Name {
  let start = at
  while (start > 0 && at - start <= LONGEST_NAME && isNameCharacter(text.charCodeAt(start - 1))) start--
  let end = at
  while (end < text.length && end - at <= LONGEST_NAME && isNameCharacter(text.charCodeAt(end))) end++
  const whole = text
    .slice(start, end)
    .replace(/^[-.\d]+/, '')
    .replace(/[-.]+$/, '')
  return { text: end - start > LONGEST_NAME ? '' : whole, start, end }
}

type Value = Omit<Assignment, 'name'>

/** Where the value begins, after a name: an equals sign, a colon, an arrow, a comma of a call; maybe with a type before it. */
const QUOTED =
  /(?:["']\s*,?\s*["']?(?:Parameter)?[Vv]alue["']?\s*[:=]\s*|["'`]?\]?\)?\s{0,20}(?::\s*(?:Optional\[)?[A-Za-z][\w.<>\]|? ]{0,30}?\s*=(?![=>])|\s(?:string|String|str)\s*=(?!=)|=>|:=|=(?![=~>])|:(?![:=])|,(?=[ \t]*["'`])|\()\s{0,20})(?:[rbuf@]{1,2}(?=["'])|(?:aws\.String|String|SecretStr|str|Buffer\.from|pulumi\.\w+)\()?(["'`])/y
/** `<password>…</password>`, `<entry key="password">…</entry>`. */
const ELEMENT = /["']?(?:\s[^<>\n]{0,80})?>([^<>\s]{1,400})<\//y
/** The rest of the line, in configuration. */
const BARE =
  /["']?(?:[ \t]*[=:]|[ \t]*\n[ \t]*value[ \t]*:)[ \t]*(?![|>&*{[])([^\s"'`#;,<>(){}[\]|\\]{1,400})[ \t]*(?:[#;][^\n]*)?(?=\r?\n|$)/y
/** `Password=…;` of a connection string, `&password=…` of an address: inside a longer text. */
const EMBEDDED = /=(?!=)([^;&"'`\s<>\\]{1,200})/y
const CONNECTION =
  /(?:jdbc:|(?:server|data source|host|user ?id|uid|user(?:name)?|endpoint|database|initial catalog|account ?name|address)=)[^\n]{0,200}$/i

function valueAfter(text: string, name: Name, style: Style): Value | undefined {
  return (
    quoted(text, name) ??
    (text[name.start - 1] === '<' || /["']/.test(text[name.end] ?? '')
      ? captured(ELEMENT, text, name.end)
      : undefined) ??
    (text[name.end] === '=' && CONNECTION.test(text.slice(Math.max(0, name.start - 250), name.start))
      ? captured(EMBEDDED, text, name.end)
      : undefined) ??
    (style === 'bare' && beginsSetting(text, name.start) ? captured(BARE, text, name.end) : undefined)
  )
}

function quoted(text: string, name: Name): Value | undefined {
  QUOTED.lastIndex = name.end
  const match = QUOTED.exec(text)
  if (!match || (/^["'`]\s*,/.test(match[0]) && !isFirstOperand(text, name))) return undefined
  const start = QUOTED.lastIndex
  const quote = match[1]!
  let end = start
  while (end < text.length && text[end] !== quote && text[end] !== '\n' && end - start <= 500)
    end += text[end] === '\\' ? 2 : 1
  if (text[end] !== quote) return undefined
  // A text that goes on (`"a" + b`, `"a" "b"`) is put together, and a key of a map is no value.
  if (/^["'`]\s*(?:\+|\.\.?\s|%\s|\?|:\s)/.test(text.slice(end, end + 12))) return undefined
  return { value: text.slice(start, end), start, end }
}

/** `put("password", "…")`, but not the next of a list of names; or a name and value of one object. */
function isFirstOperand(text: string, { start, end }: Name): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  return (
    (/[\w$]\s?\(\s*["'`]$/.test(before) && !/\b(?:in|of|return|and|or|not|if)\s?\(\s*["'`]$/.test(before)) ||
    /^["']\s*,\s*["']?(?:Parameter)?[Vv]alue\b/.test(text.slice(end, end + 40))
  )
}

function captured(pattern: RegExp, text: string, at: number): Value | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) return undefined
  const start = at + match[0].indexOf(match[1]!, match[0].search(/[=:>]/))
  return { value: match[1]!, start, end: start + match[1]!.length }
}

/** First on its line, but for what introduces a setting. */
function beginsSetting(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, at - 80), at)
  return /(?:^|\n)[ \t]*(?:-[ \t]+)?(?:export[ \t]+|set[ \t]+|name[ \t]*:[ \t]*)?["']?$/.test(line)
}

function isOfALine(text: string, at: number): boolean {
  const reach = LONGEST_LINE / 2
  const begins = at <= reach || text.slice(at - reach, at).includes('\n')
  return begins && (at + reach >= text.length || text.slice(at, at + reach).includes('\n'))
}
