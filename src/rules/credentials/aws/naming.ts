/**
 * What the text around a value calls it. `aws`: the secret half of an AWS key (or of something that takes one, like S3);
 * `secret`: just a secret; `other`: something else that has its own name; `none`: nothing near says.
 */
export type Naming = 'aws' | 'secret' | 'other' | 'none'

/** So much text before a value is searched for its name. */
const REACH = 240

/**
 * Looks at the same line and the last line before it that is not empty, in any spelling (snake, kebab, dotted, camel, words);
 * then behind the value, for `{ value: …, name: … }` and for comments.
 */
export function namingOf(value: string, start: number, end: number): Naming {
  const before = lastLines(value.slice(Math.max(0, start - REACH), start))
  const named = lastName(before)
  return named === 'none' ? nameBehind(value.slice(end, end + 120)) : named
}

/** `AWS_SECRET_ACCESS_KEY`, `aws.secretKey`, `S3 secret key`, `secret-access-key`, `access_key_secret`. */
const AWS_SECRET_NAME =
  /(?:aws|amazon|amz|s3a?|ses|sns|sqs|dynamo(?:db)?|ecr|boto|minio|ceph|wasabi)[\w.\- ]{0,24}?secret|secret[\W_]{0,2}access[\W_]{0,2}key|access[\W_]{0,2}key[\W_]{0,2}secret|access[\W_]?secret/gi
/** `AWS_KEY`, `amazon_credentials`, `s3.sk`: could be the id as well, but then it would look like one. */
const AWS_KEY_NAME =
  /(?:aws|amazon|amz|s3a?|ses|dynamo(?:db)?|boto|minio|wasabi)[\w.-]{0,24}?(?:key|credentials?|cred|sk\b)/gi
/** `AWS_SAK`, `aws`: whatever begins so and stands right before the value. */
const AWS_BARE_NAME = /(?<![a-z])aws(?!\.String\b)[\w.-]{0,24}/gi
const SECRET_NAME = /secret(?:[\W_]{0,2}key)?/gi

/** Words of names whose secrets are not AWS's. */
const FOREIGN = new Set(
  `client oauth oauth2 jwt session cookie hook webhook github gitlab bitbucket google gcp firebase azure microsoft slack
  stripe paypal twitter facebook linkedin instagram django rails flask laravel okta auth0 keycloak consumer recaptcha
  captcha csrf hmac sign signing signature encrypt encryption crypto twilio mailgun datadog npm docker sha sha1 sha256
  hash digest checksum integrity fingerprint etag nonce salt commit manifest snapshot ref version uuid guid arn name names
  namespace path file token url uri sse kms customer public object cache bucket prefix md5 checkout`.split(/\s+/),
)

/** The name nearest before a value, if nothing but punctuation, a type or a word or two stands between. */
function lastName(before: string): Naming {
  const candidates = [AWS_SECRET_NAME, AWS_KEY_NAME, AWS_BARE_NAME, SECRET_NAME].map((pattern) =>
    lastMatch(before, pattern),
  )
  let nearest: Match | undefined
  for (const match of candidates) if (match && match.end > (nearest?.end ?? 0)) nearest = match
  if (!nearest) return 'none'
  const gap = before.slice(nearest.end)
  if (!bridges(gap, nearest.pattern !== SECRET_NAME)) return 'none'
  if (nearest.pattern === AWS_SECRET_NAME) return 'aws'
  if (nearest.pattern === AWS_BARE_NAME && !/^[\W_]{1,12}$/.test(gap)) return 'none'
  const name = identifierAround(before, nearest.start, nearest.end)
  if (nearest.pattern === AWS_KEY_NAME && /secret/i.test(name)) return 'aws'
  if (isForeign(name)) return 'other'
  return nearest.pattern === SECRET_NAME ? 'secret' : 'aws'
}

interface Match {
  readonly pattern: RegExp
  readonly start: number
  readonly end: number
}

function lastMatch(text: string, pattern: RegExp): Match | undefined {
  let last: Match | undefined
  for (const match of text.matchAll(pattern)) last = { pattern, start: match.index, end: match.index + match[0].length }
  return last
}

/**
 * Is this all that stands between a name and its value: `_1"] = "`, ` (String) : `, `"\n  value: "`? Not another value,
 * nor another name; behind a name of AWS's (`# aws secret`, then `KEY=…`) most names will do.
 */
function bridges(gap: string, aws: boolean): boolean {
  const short = gap.replace(/\s+/g, ' ')
  if (short.length > 60 || /[A-Za-z0-9+/]{16}/.test(short)) return false
  for (const [, name] of gap.matchAll(/[;,}&?\n]\s*["'`]?([A-Za-z_][\w.-]*)["'`]?\s*[:=]/g)) {
    if (!/^(?:value|val|default|string|s|text|data|content)$/i.test(name!) && (!aws || isForeign(name!))) return false
  }
  return true
}

function isForeign(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return words.some((word) => FOREIGN.has(word))
}

/** The whole name, with the word before it: what is called `GITHUB_CLIENT_SECRET` is no secret of AWS. */
function identifierAround(text: string, start: number, end: number): string {
  const left = /(?:[\w.-]+ )?[\w.-]*$/.exec(text.slice(Math.max(0, start - 40), start))![0]
  const right = /^[\w.-]*/.exec(text.slice(end, end + 40))![0]
  return left + text.slice(start, end) + right
}

/** `"value": "…", "name": "AWS_SECRET_ACCESS_KEY"`, `value="…" key="…"`, `"…" # aws secret key`. */
function nameBehind(after: string): Naming {
  const sibling = /^["'`]?\s*,?\s*["'`]?(?:key|name|id)["'`]?\s*[:=]\s*["'`]?([\w.-]{4,60})/i.exec(after)
  const comment = /^["'`]?[),;\s]{0,4}(?:#|\/\/|--|<!--|\/\*)([^\n]{4,60})/.exec(after)
  const name = sibling?.[1] ?? comment?.[1]
  if (!name) return 'none'
  if (lastMatch(name, AWS_SECRET_NAME) || (lastMatch(name, AWS_KEY_NAME) && !isForeign(name))) return 'aws'
  return sibling && lastMatch(name, SECRET_NAME) && !isForeign(name) ? 'secret' : 'none'
}

/** From the beginning of the last line before the last that is not empty. */
function lastLines(before: string): string {
  for (let lineStart = before.lastIndexOf('\n'); lineStart > 0; ) {
    const previous = before.lastIndexOf('\n', lineStart - 1)
    if (before.slice(previous + 1, lineStart).trim() !== '') return before.slice(previous + 1)
    lineStart = previous
  }
  return before
}
