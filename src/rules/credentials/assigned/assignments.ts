import { SECRET_STEMS } from '../../../secrets/names.ts'
import type { Assignment, Name } from './assignment.ts'
import { entriesOf } from './maps.ts'
import type { Style } from './style.ts'

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
  let mapEnd = 0
  STEM.lastIndex = 0
  for (const match of text.matchAll(STEM)) {
    if (match.index < done) continue
    const name = nameAround(text, match.index)
    done = name.end
    if (name.text === '') continue
    const value = valueAfter(text, name, style)
    if (value && isOfALine(text, value.start)) yield { name: name.text, ...value }
    else if (match.index >= mapEnd) mapEnd = yield* entriesOf(name, text, style)
  }
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

/** A type between a name and what it is set to: `: &str =`, ` As String =`, ` string =`. */
const TYPED = String.raw`:\s*(?:Optional\[|&(?:'static\s)?)?[A-Za-z][\w.<>\]|? ]{0,30}?\s*=(?![=>])|\s(?:string|String|str|As\sString)\s*=(?!=)`
const OPERATOR = String.raw`=>|:=|<-|\|\|=?|\?\?=?|=(?![=~>])|:(?![:=])|,(?=[ \t]*["'${'`'}])|\(`
/** What makes a secret of a literal without changing it. */
const WRAPPER = String.raw`(?:aws\.String|String(?:::from)?|std::string|SecretStr(?:ing)?|SecureString|Secret|str|bytes|\[\]byte|Buffer\.from|pulumi\.\w+)\(`
/** The other half of a name: `{"name": "TOKEN", "value": "…"}`, `("--token", default="…")`, `let(:token) { "…" }`. */
const VALUE = String.raw`["'${'`'}]\s*,?\s*["']?(?:Parameter)?[Vv]alue["']?\s*[:=]\s*|["'],[^"'\n]{0,60}?\b(?:default|defaultValue)\s*[=:]\s*|[ \t]*\n[ \t]*value[ \t]*:[ \t]*|\)\s*\{\s*`
/** Where the value begins, after a name: an equals sign, a colon, an arrow, a comma of a call; maybe with a type before it. */
const QUOTED = new RegExp(
  String.raw`(?:${VALUE}|\\{0,4}["'${'`'}]?\]?\)?\s{0,20}(?:${TYPED}|${OPERATOR})\s{0,20})(?:[&!]\w+[ \t]+)?(?:[rbuf@]{1,2}(?=["'])|${WRAPPER}b?)?(\\{0,4}["'${'`'}])`,
  'y',
)
/** Beside its name and nothing between: `#define KEY "…"`, `password "…"`, `WITH PASSWORD '…'`. */
const BESIDE = /[ \t]{1,20}(["'])/y
const BESIDE_AFTER =
  /(?:^|[\n{(;])[ \t]*(?:#[ \t]*define[ \t]+|\(?def[ \t]+|set[ \t]+)?$|\b(?:WITH|USER|ROLE|LOGIN|ENCRYPTED|SET)\b[^\n;]{0,80}$/i
/** `<password>…</password>`, `<entry key="password">…</entry>`, `<key>password</key><string>…</string>`. */
const ELEMENT = /(?:["']?(?:\s[^<>\n]{0,80})?>|<\/key>\s{0,40}<string>)([^<>\s]{1,400})<\//y
/** The rest of the line, in configuration. */
const BARE =
  /["']?(?:[ \t]*[=:]|[ \t]*\n[ \t]*value[ \t]*:)[ \t]*(?:[&!]\w+[ \t]+)?(?![|>&*{[])([^\s"'`#;,<>(){}[\]|\\]{1,400})[ \t]*(?:[#;][^\n]*)?(?=\r?\n|$)/y
/** The same with nothing but blanks between, as servers have it. */
const SPACED = /[ \t]{1,20}["']?([^\s"'#;]{1,400})["']?[ \t]*(?=\r?\n|$)/y
/** `Password=…;` of a connection string, `&password=…` of an address: inside a longer text. */
const EMBEDDED = /=(?!=)([^;&"'`\s<>\\]{1,200})/y
const CONNECTION =
  /(?:jdbc:|(?:server|data source|host|user ?id|uid|user(?:name)?|endpoint|database|initial catalog|account ?name|address)=)[^\n]{0,200}$/i
const QUERY = /:\/\/[^\s"'`<>]{1,240}[?&]$/
/** `${api.key:…}`: what Spring takes where nothing is set. */
const DEFAULTED = /:([^}\s"'`]{1,200})\}/y

function valueAfter(text: string, name: Name, style: Style): Value | undefined {
  const before = (length: number) => text.slice(Math.max(0, name.start - length), name.start)
  return (
    quoted(text, name) ??
    (text[name.start - 1] === '<' || /^(?:["']|<\/key>)/.test(text.slice(name.end, name.end + 6))
      ? captured(ELEMENT, text, name.end)
      : undefined) ??
    (text[name.end] === '=' && (CONNECTION.test(before(250)) || QUERY.test(before(260)))
      ? captured(EMBEDDED, text, name.end)
      : undefined) ??
    (text[name.end] === ':' && before(2) === '${' ? captured(DEFAULTED, text, name.end) : undefined) ??
    (BESIDE_AFTER.test(before(120)) ? literalAt(text, name.end, BESIDE) : undefined) ??
    (style !== 'quoted' && beginsSetting(text, name.start) ? captured(BARE, text, name.end) : undefined) ??
    (style === 'spaced' && beginsSetting(text, name.start) ? captured(SPACED, text, name.end) : undefined)
  )
}

function quoted(text: string, name: Name): Value | undefined {
  QUOTED.lastIndex = name.end
  const opening = QUOTED.exec(text)?.[0]
  if (opening === undefined || (/^["'`]\s*,/.test(opening) && !isFirstOperand(text, name))) return undefined
  return literalAt(text, name.end, QUOTED)
}

/** The literal that begins where `opening` ends, if nothing is put to it; its quotes are escaped where it stands within another. */
function literalAt(text: string, at: number, opening: RegExp): Value | undefined {
  opening.lastIndex = at
  const quote = opening.exec(text)?.[1]
  if (quote === undefined) return undefined
  const start = opening.lastIndex
  let end = start
  while (end < text.length && !text.startsWith(quote, end) && text[end] !== '\n' && end - start <= 500)
    end += text[end] === '\\' ? 2 : 1
  if (!text.startsWith(quote, end)) return undefined
  // A text that goes on (`"a" + b`, `"a" "b"`) is put together, and a key of a map is no value.
  if (/^["'`]\s*(?:\+|\.\.?\s|%\s|\?|:\s)/.test(text.slice(end + quote.length - 1, end + 16))) return undefined
  return { value: text.slice(start, end), start, end }
}

/** `put("password", "…")`, but not the next of a list of names; or a name and value of one object. */
function isFirstOperand(text: string, { start, end }: Name): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  return (
    (/[\w$]\s?\(\s*["'`]$/.test(before) && !/\b(?:in|of|return|and|or|not|if)\s?\(\s*["'`]$/.test(before)) ||
    /^["']\s*,\s*["']?(?:Parameter)?[Vv]alue\b|^["'],[^"'\n]{0,60}?\b(?:default|defaultValue)\s*[=:]/.test(
      text.slice(end, end + 90),
    )
  )
}

function captured(pattern: RegExp, text: string, at: number): Value | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) return undefined
  const start = at + match[0].lastIndexOf(match[1]!)
  return { value: match[1]!, start, end: start + match[1]!.length }
}

/** First on its line, but for what introduces a setting. */
function beginsSetting(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, at - 80), at)
  return /(?:^|\n)[ \t]*(?:-[ \t]+)?(?:export[ \t]+|set[ \t]+|Environment=|name[ \t]*:[ \t]*)?["']?$/.test(line)
}

function isOfALine(text: string, at: number): boolean {
  const reach = LONGEST_LINE / 2
  const begins = at <= reach || text.slice(at - reach, at).includes('\n')
  return begins && (at + reach >= text.length || text.slice(at, at + reach).includes('\n'))
}
