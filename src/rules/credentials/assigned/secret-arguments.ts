import type { Assignment } from './assignment.ts'

/** A function that is given a secret at a certain place among its arguments. */
interface Call {
  readonly call: string
  /** Which argument, from 0. */
  readonly argument: number
  /** What that is, as a name. */
  readonly name: 'password' | 'secret_key'
}

const CALLS: readonly Call[] = [
  { call: String.raw`DriverManager\.getConnection`, argument: 2, name: 'password' },
  { call: String.raw`(?:pymysql|MySQLdb|mysql\.connector|mariadb)\.connect`, argument: 2, name: 'password' },
  { call: String.raw`mysqli?_p?connect|new\s+mysqli|new\s+PDO`, argument: 2, name: 'password' },
  {
    call: String.raw`[Bb]asic_?(?:Auth|auth|Authentication)|HTTP(?:Basic|Digest|Proxy)Auth|\bauth\s*=\s*|UsernamePassword(?:Token|Credentials?|AuthenticationToken)|NetworkCredential|PasswordAuthentication|Credentials?\.basic|\.log_?[iI]n|\blogin`,
    argument: 1,
    name: 'password',
  },
  { call: String.raw`\+=\s*Credentials`, argument: 3, name: 'password' },
  { call: String.raw`(?:jwt|JWT|jsonwebtoken)\.(?:sign|encode|verify|decode)`, argument: 1, name: 'secret_key' },
  {
    call: String.raw`createHmac|HMAC\.hexdigest|create(?:C|Dec)ipheriv|createDecipheriv`,
    argument: 1,
    name: 'secret_key',
  },
  { call: 'hash_hmac', argument: 2, name: 'secret_key' },
  {
    call: String.raw`hmac\.(?:new|digest|New)|Fernet|SecretKeySpec|hmacShaKeyFor|HMAC(?:SHA)?(?:256|384|512)|SymmetricSecurityKey|AES\.new`,
    argument: 0,
    name: 'secret_key',
  },
]

const ANY = new RegExp(CALLS.map(({ call }, index) => `(?<c${index}>${call})`).join('|'), 'g')

/** Arguments are looked for in so many characters. */
const LONGEST = 400

/** Literals that stand where a function takes a secret: `SetBasicAuth("joe", "…")`, `jwt.sign(claims, "…")`. */
export function* secretArgumentsIn(text: string): Generator<Assignment> {
  for (const match of text.matchAll(ANY)) {
    const index = Object.entries(match.groups!).findIndex(([, part]) => part !== undefined)
    const { argument, name } = CALLS[index]!
    const literal = literalArgument(text, match.index + match[0].length, argument)
    if (literal) yield { name, ...literal, takes: 'secret' }
  }
}

/** An argument that is a literal and no more, or bytes made of one. */
function literalArgument(text: string, after: number, wanted: number): Omit<Assignment, 'name'> | undefined {
  // Brackets, or in Ruby a blank.
  OPENING.lastIndex = after
  const opening = OPENING.exec(text)
  if (!opening) return undefined
  let at = OPENING.lastIndex
  const limit = Math.min(text.length, at + LONGEST)
  let [argument, depth] = [0, 0]
  let start = at
  for (; at < limit; at++) {
    const sign = text[at]!
    if (sign === '"' || sign === "'" || sign === '`') {
      const end = endOfLiteral(text, at, sign, limit)
      if (end === -1) return undefined
      const before = text.slice(start, at)
      if (argument === wanted && depth === WRAPPED(before) && AFTER.test(text.slice(end + 1, end + 40)))
        return { value: text.slice(at + 1, end), start: at + 1, end }
      at = end
    } else if ('([{'.includes(sign)) depth++
    else if (')]}'.includes(sign)) {
      if (--depth < 0) return undefined
    } else if (sign === ',' && depth === 0) {
      if (++argument > wanted) return undefined
      start = at + 1
    } else if (sign === ';' || (sign === '\n' && opening[0].endsWith(' '))) return undefined
  }
  return undefined
}

const OPENING = /\s{0,3}\(|[ \t](?=["'])/y

/** How deep a literal stands in its argument: in nothing, or in one call that makes bytes of it. */
const WRAPPED = (before: string): number =>
  /^\s*(?:b|r|u|@)?$/.test(before)
    ? 0
    : /^\s*(?:\[\]byte|bytes|Buffer\.from|Encoding\.\w+\.GetBytes|new\s+\w+|to_bytes)\s*\(\s*b?$/.test(before)
      ? 1
      : -1

const AFTER =
  /^(?:\.(?:getBytes|encode|toByteArray|to_s|as_bytes|charCodeAt)\([^)]{0,20}\)|\.toCharArray\(\))?\s*(?:[,)]|$|\n|;)/

function endOfLiteral(text: string, at: number, quote: string, limit: number): number {
  for (let end = at + 1; end < limit; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === quote) return end
    else if (text[end] === '\n') return -1
  }
  return -1
}
