/**
 * Does a name say that its value is a secret? `DB_PASSWORD`, `apiKey`, `--auth-token` do; `token_url`,
 * `password_policy`, `SECRET_ARN` and `KMS_KEY_ID` speak about one.
 */
export function namesSecret(name: string): boolean {
  // Condition keys of policies (`token.actions.githubusercontent.com:sub`) and the like.
  if (name.includes(':')) return false
  const words = wordsOf(name)
  if (words.length === 0 || words.length > 12) return false
  if (ABOUT.has(words.at(-1)!) || words.some((word) => DESCRIBES.has(word))) return false
  return words.some((word, index) => isSecretWord(word, words[index - 1], words[index + 1]))
}

/** The words of a name in snake, kebab, dotted, camel or shouting case, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}

function isSecretWord(word: string, before = '', after = ''): boolean {
  if (SECRET.has(word) || /(?:password|passwd|passphrase|apikey|secretkey|accesskey|privatekey|authtoken)$/.test(word))
    return true
  if (word === 'key') return KEYS.has(before)
  if (word === 'token') return !COUNTED.has(after)
  return false
}

/** Words that are a secret by themselves. */
const SECRET = new Set(
  `password passwd passphrase pass pwd passwort pw secret secrets credential credentials apikey pat psk
  authtoken bearer rootpw userpw dbpass sharedsecret clientsecret jwtsecret`.split(/\s+/),
)

/** `api key` and the like; a `key` by itself may be anything. */
const KEYS = new Set(
  `api access secret private encryption encrypt signing sign master auth account storage shared license app application
  service admin session cookie webhook integration ingest datadog dd sendgrid stripe openai anthropic deploy root`.split(
    /\s+/,
  ),
)

/** What follows `token` where tokens are counted or cut, not kept. */
const COUNTED = new Set('count counts limit limits budget size length per usage bucket window'.split(' '))

/** Last words that make the name speak about a secret instead of holding it. */
const ABOUT = new Set(
  `url uri urls endpoint host hostname domain port file files filename path dir directory folder location name names id ids
  arn arns policy policies length len size count min max ttl expiry expires expiration expire lifetime duration timeout
  age days hours minutes seconds rotation type kind format version enabled enable disabled required require optional
  field header param parameter parameters prefix suffix label description hint prompt message algorithm alg method mode
  provider source manager store backend engine ref reference selector template pattern regex env var variable bucket
  region role user username email account owner group namespace scope scopes audience issuer status state hash hashed
  digest checksum fingerprint arguments args rules rule requirements strength attempts retries reset resets change
  changed login authentication auth options option config configuration settings class handler function service
  strategy vendor key_id keyid set exists present valid spec usage validity encrypted cipher input output column table index map list stdin`.split(
    /\s+/,
  ),
)

/** Words that do so anywhere in the name. */
const DESCRIBES = new Set(
  'public pub pgp example sample dummy fake placeholder no without allow pagination creation idempotency next csrf'.split(
    ' ',
  ),
)
