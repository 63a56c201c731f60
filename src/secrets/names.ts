/** What a name says of its value: `maybe` where words of which we know nothing follow the one for a secret. */
export interface NameJudgement {
  readonly says: 'secret' | 'maybe' | 'other'
  /** The word of it that means a secret. */
  readonly word?: string
  /** Why, in words that can follow "because". */
  readonly reason: string
}

/** The one question that front ends and rules ask of a name: is it worth looking at what stands under it? */
export function namesSecret(name: string): boolean {
  return STEM.test(name) && judgeName(name).says !== 'other'
}

/**
 * Does a name say that its value is a secret? `DB_PASSWORD`, `apiKey`, `--auth-token` do. `token_url`, `password_policy`,
 * `SECRET_ROTATION_LAMBDA` and `KMS_KEY_ID` speak about one: the last word says what a name stands for.
 */
export function judgeName(name: string): NameJudgement {
  const words = beforePreposition(wordsOf(lastSegment(name)).map(withoutDigits).filter(Boolean))
  if (words.length === 0 || words.length > MOST_WORDS) return other('it is no name of a setting')
  const exception = EXCEPTIONS.find(({ holds }) => holds(words))
  if (exception) return other(exception.reason)
  const at = words.findLastIndex((word, index) => isSecretWord(word, words[index - 1]))
  if (at === -1) return other('no word of it means a secret')
  const after = words.slice(at + 1)
  const word = words[at]!
  if (after.every((one) => QUALIFIERS.has(one))) return { says: 'secret', word, reason: `\`${word}\` means a secret` }
  const last = after.findLast((one) => !QUALIFIERS.has(one))!
  if (THINGS.has(last)) return other(`its last word is \`${last}\`: it speaks about a secret`)
  return { says: 'maybe', word, reason: `\`${word}\` means a secret, but \`${last}\` follows` }
}

/**
 * A part of a pattern for the names that may be judged secret: what front ends look for before they parse a file. Every
 * name that is judged secret has one of these in it; many that are not have one too.
 */
export const SECRET_STEMS =
  'pass|pwd|p(?:w|at)(?![a-z])|p(?:w|at)(?=value|string|text|plain|raw|literal|content|data|base64|b64|prod|dev|stag|live|test|old|new|current|previous)|kennwort|wachtwoord|contrasena|senha|secret|token|key|credential|psk|bearer|mnemonic|masterauth|salt|conn(?:ection)?[-_]?str'

/** Every word of SECRET has one of these in it, also where the next word follows in another case: `patValue`. */
const STEM =
  /pass|pwd|pw|kennwort|wachtwoord|contrasena|senha|secret|token|key|credential|pat|psk|bearer|mnemonic|conn/i

/** The words of a name in snake, kebab, dotted, camel or shouting case, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}

const MOST_WORDS = 12

const other = (reason: string): NameJudgement => ({ says: 'other', reason })

/** `Db:Password` of .NET; but also a condition key of a policy, `token.actions.githubusercontent.com:sub`. */
const lastSegment = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

/** `password2`, `TOKEN_1`; a word of digits is a number of something. */
const withoutDigits = (word: string): string => word.replace(/\d+$/, '')

/** `name_of_secret` is a name, `password_for_admin` a password. */
function beforePreposition(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word))
  return at === -1 ? words : words.slice(0, at)
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const PREPOSITIONS = setOf('for of to from with by')

interface Exception {
  readonly reason: string
  readonly holds: (words: readonly string[]) => boolean
}

/** Names with a word for a secret in them that hold none, each kind with its reason. */
const EXCEPTIONS: readonly Exception[] = [
  {
    reason: 'it is a token against doing a request twice, or of a place in a list or a text',
    holds: (words) =>
      words.some((word, index) => word === 'token' && PLAIN_TOKENS.has(words[index - 1] ?? '')) ||
      words.some((word) => RUN_TOGETHER.test(word)),
  },
  {
    // https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
    reason: 'it is a token against doing a request twice',
    holds: (words) => /^(?:aws )?client (?:request )?token$/.test(words.join(' ')),
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-customresource.html
    reason: 'the service token of a custom resource is the ARN of what serves it',
    holds: (words) => words.join(' ') === 'service token',
  },
  {
    reason: 'it is a switch, a list of what to do, or does something with one',
    holds: (words) => words.length > 1 && VERBS.has(words[0]!),
  },
  {
    reason: 'it says that it is public, or an example',
    holds: (words) => words.some((word) => PUBLIC.has(word)),
  },
  {
    reason: 'browsers get such keys from the pages that use them',
    holds: (words) =>
      /key|token/.test(words.at(-1)!) &&
      words.some((word) => OF_PAGES.has(word)) &&
      !words.some((word) => /secret|private|server/.test(word)),
  },
  {
    reason: 'it is a token that is traded, not one that opens something',
    holds: (words) => words.some((word, index) => word === 'token' && COINS.has(words[index - 1] ?? '')),
  },
  {
    reason: 'it names a Secret of Kubernetes',
    holds: (words) => /^existing |(?:^| )(?:image )?pull secrets?$|(?:^| )existing secrets?$/.test(words.join(' ')),
  },
]

/** Before `token`: what is no secret. */
const PLAIN_TOKENS = setOf(
  `starting continuation next page pagination cursor resume previous idempotency creation change lock sequence dedup
  deduplication task csrf xsrf antiforgery push fcm apns cancellation stop special design syntax eos bos pad unk sep cls mask no without`,
)

/** `_nextpagetoken`, `csrfmiddlewaretoken`. */
const RUN_TOGETHER =
  /^(?:next|prev|previous)?(?:page|sync|resume|continuation|pagination|csrf|xsrf)(?:middleware)?token$/

/** Before `token`: what stands for money or for a share of something, known by an address that is public. */
const COINS = setOf(
  `usdc usdt dai weth wbtc eth erc20 erc721 nft lp reward rewards staking stake staked governance quote native wrapped
  collateral mint minted spl underlying farm swap`,
)

/** First words of switches, and of what fetches or works on a secret: `require_token`, `fetchSecret`. */
const VERBS = setOf(
  `fetch get load find lookup retrieve resolve decode decrypt verify check validate parse delete remove revoke
  manage create enable disable require use has is ssm allow rotate generate reset skip ignore hide show include exclude
  inherit forget forgot update no without should can`,
)

const PUBLIC = setOf('public pub publishable example sample dummy fake placeholder fixture fixtures mock mocked stub')

/** Services that a page asks by itself. */
const OF_PAGES = setOf(
  `map maps gmap gmaps bing googlemaps maptiler analytics flickr giphy tinymce amplitude mixpanel posthog hotjar
  typekit recaptcha hcaptcha turnstile fullstory cookiebot`,
)

function isSecretWord(word: string, before = ''): boolean {
  if (SECRET.has(word) || COMPOUND.test(word)) return true
  // The salts of WordPress sign its cookies.
  if (word === 'salt') return /^(?:auth|nonce|in)$/.test(before)
  if (/^str(?:ing)?$/.test(word)) return before === 'connection' || before === 'conn'
  return /^keys?$/.test(word) && KEYS.has(before)
}

/** Words that are a secret by themselves. */
const SECRET = setOf(
  `password passwords passwd passphrase passcode passwort kennwort wachtwoord contrasena senha pass pwd pw secret secrets
  credential credentials apikeys token pat psk bearer mnemonic rootpw userpw connstr connectionstring sharedsecret requirepass masterauth`,
)

/** Words that run together with others: `dbpassword`, `authtoken`, `dbpwd`; `bypass` and `compass` are none. */
const COMPOUND =
  /(?:password|passwd|passphrase|(?:api|secret|access|private|auth|license|signing|encryption|shared|master)key|token|secret|credentials?|pwd)$|^(?:db|user|root|admin|my|mysql|pg|ftp|smtp|imap|mail|redis|sudo|key|store|trust|http|ldap|proxy|sql|ssh|su)pass$/

/** Before `key`; a key by itself may be anything. */
const KEYS = setOf(
  `api access secret private encryption encrypt decryption decrypt signing sign signature master auth authentication
  authorization account shared preshared psk hmac aes jwt license licence activation app application service admin
  session cookie webhook integration ingest ingestion write subscription consumer registration recovery unseal join tsig
  datadog dd sendgrid stripe openai anthropic mailgun newrelic deploy root`,
)

/** After the word for a secret without changing what it is: `SECRET_KEY_BASE`, `PASSWORD_PROD`, `secret_string`. */
const QUALIFIERS = setOf(
  `value string text plain plaintext raw literal content contents data base b64 base64 old new current previous primary
  secondary default live prod production dev development stage staging qa uat test v rw ro`,
)

/** Last words by which a name stands for something else than the secret. A `key` by itself is a key of a map. */
const THINGS = setOf(
  `url urls uri uris endpoint endpoints host hostname domain port file files filename path paths dir directory folder
  location mount volume address server proxy registry
  name names key keys id ids arn arns guid uuid ref reference alias label title description hint prompt message username
  user account owner principal identity group namespace
  lambda function queue topic bucket table stream stack role pool layer machine handler cluster instance alarm event bus
  pipeline job workflow project repository repo branch tag commit image region kms ssm parameter parameters store manager
  source backend engine service provider vendor issuer audience scope scopes
  class encoder decoder encrypter encryptor factory resolver interceptor filter middleware validator generator converter
  parser client plugin module driver adapter helper library package component controller extension strategy
  length len size count counts min max ttl expiry expires expiration expire lifetime duration timeout age days hours minutes
  seconds interval rounds iterations strength attempts retries limit limits budget usage per window unit units bytes bits
  type kind format version versions algorithm alg method mode encoding charset spec pattern regex template policy policies
  rule rules requirement requirements characters alphabet
  enabled enable disabled required require optional rotation reset resets create recovery change changed set exists present
  valid validity protection encryption status state login authentication auth option options config configuration settings arguments args
  field header param input output column index map list env var variable variables selector prefix suffix
  hash hashed digest checksum fingerprint binary encrypted cipher ciphertext keyid stdin`,
)
