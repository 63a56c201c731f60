import { UNKNOWN } from '../../core/text.ts'

/** How sure a literal is to be a secret: `strong` looks made by a machine or chosen with care, `weak` like a word. */
export type Strength = 'strong' | 'weak'

/**
 * Is this value of a name that says "secret" a literal secret? Undefined for what is read from elsewhere (`$X`,
 * `$(aws …)`, `{{resolve:…}}`, a file, an ARN), for what cannot be known, and for empty and placeholder values.
 */
export function literalSecret(raw: string): Strength | undefined {
  const value = unquoted(raw)
  if (value.length < SHORTEST || value.length > LONGEST || value.includes(UNKNOWN)) return undefined
  if (REFERENCE.test(value) || WORDY.test(value) || PLACEHOLDER.test(value)) return undefined
  if (NOT_SECRET.has(value.toLowerCase()) || isRepetitive(value) || isSequence(value)) return undefined
  return isStrong(value) ? 'strong' : 'weak'
}

/**
 * The same for what can be nothing but a password (`master_password = …`): there a word is one as well, such as
 * `postgres`, and any other literal is meant to be used.
 */
export function literalPassword(raw: string): Strength | undefined {
  if (COMMON.has(unquoted(raw).toLowerCase())) return 'weak'
  const strength = literalSecret(raw)
  return strength === 'weak' && unquoted(raw).length >= LONG_ENOUGH ? 'strong' : strength
}

/** `DB_PASSWORD=db_password` is an example; `password = "password"` is meant. */
export function repeatsName(name: string, raw: string): boolean {
  const value = unquoted(raw)
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return /^[a-z0-9]+(?:[_-][a-z0-9]+)+$/i.test(value) && plain(value) === plain(name)
}

const unquoted = (raw: string): string => raw.trim().replace(/^(['"])(.*)\1$/, '$2')

/** What AWS asks of the password of a database, and most others of theirs. */
const LONG_ENOUGH = 8

const SHORTEST = 5
const LONGEST = 4096

/** Read from elsewhere when the script runs, or a name of the place where the secret is kept. */
const REFERENCE = new RegExp(
  [
    /[$`]\(|`|\$\{|\$\$?\[|%\w+%|\{\{|<%|#\{/, // shell, templates, Windows, Jinja, ERB, Ruby
    /(?:^|[\s:=/"'(,;{|&.-])\$\w|\$[A-Z_][A-Z0-9_]+\b/, // a variable, but not the dollar of `Pa$$w0rd`
    /^\$|^<[^>]*>$|^\[[^\]]*\]$|^@\w/,
    /^(?:arn:aws|ssm:|vault:|op:\/\/|secretsmanager:|projects\/|kms:|sops:|ENC\[|file:|env:|awssm:|aws:|ref\+|s3:|keybase:)/i,
    /^(?:\.{0,2}|~)\/[\w./~-]*$|^[A-Za-z]:\\/, // paths
    /^[\w./~-]+\.(?:json|ya?ml|toml|ini|conf|cfg|env|properties|txt|csv|pem|key|crt|cer|p12|pfx|jks|gpg|asc|enc|sh)$/i, // files
    /^--[a-z]/, // the next option
    /^(?:process\.env|os\.environ|os\.getenv|System\.getenv|ENV\[|getenv|var\.|local\.|data\.|module\.|each\.|self\.|Ref\b|!\w)/,
    /^[a-z_]\w*(?:\.\w+)*\(.*\)$/i, // a call
    /^(?:https?|wss?):\/\/[^@]*$/i, // an address without a user
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** Prose: several words, as in a description or a prompt. */
const WORDY = /^\S+(?:\s+[A-Za-z][a-z']*){2,}[.:?!]?\s*$|^[A-Z][a-z]+ [a-z]+ [a-z]+/

const PLACEHOLDER =
  /^__.*__$|^(?:INSERT|REPLACE|CHANGE|YOUR|ENTER|PUT|SET|ADD|MY)_[A-Z_]+$|\\\(|\.\*|^(?:x{3,}|\*{3,}|\.{3,}|-{3,}|_{3,}|#{3,})|(?:^|[^a-z])(?:your|change|replace|insert|enter|fill|todo|fixme|tbd)[-_ ]?(?:me|this|it|in|here|your|own|value|secret|token|key|password|pass|api)|(?:example|placeholder|changeme|redacted|dummy|(?:^|[^a-z])mock(?:ed)?(?:[^a-z]|$)|replace[-_ ]?me|your[-_]|not[-_ ]?(?:a[-_ ]?)?(?:real|set|used|needed|required)|masked|hidden|omitted|sanitized)/i

/** Words that people do set as passwords. */
const COMMON = new Set(
  'password passwd secret admin root guest welcome letmein postgres postgresql mysql mariadb mongo mongodb redis rabbitmq elastic minio minioadmin'.split(
    ' ',
  ),
)

/** Words that say nothing, or that services for local use are known to begin with. */
const NOT_SECRET = new Set(
  `true false yes no null none nil undefined empty unset default optional required enabled disabled always never prompt
  password passwd secret token username string number boolean value sensitive plaintext ask interactive inherit
  stdin write read-only readonly admin admins users group everyone securestring generated random auto automatic managed internal external basic bearer digest latest
  guest postgres postgresql mysql mariadb mongo mongodb redis rabbitmq elastic minio minioadmin localstack`.split(
    /\s+/,
  ),
)

function isRepetitive(value: string): boolean {
  return new Set(value).size <= 2
}

/** `123456789`, `abcdefgh`: made to be seen through. */
function isSequence(value: string): boolean {
  let steps = 0
  for (let index = 1; index < value.length; index++) {
    if (value.charCodeAt(index) - value.charCodeAt(index - 1) === 1) steps++
  }
  return value.length >= 8 && steps >= value.length - 2
}

function isStrong(value: string): boolean {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length
  return value.length >= 8 && classes >= 2 && new Set(value).size >= 6 && !/^[a-z]+[-_. ][a-z]+$/i.test(value)
}
