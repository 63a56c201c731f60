import { UNKNOWN } from '../core/text.ts'
import { isDocumented } from './documented.ts'
import { judgeName, wordsOf } from './names.ts'
import { isPlaceholder } from './placeholders.ts'
import { wordiness } from './rarity.ts'

/** A literal under a name, without quotes. */
export interface Literal {
  readonly name: string
  readonly value: string
}

/** A kind of value that is no secret, though its name says that it could be. */
export interface NotSecret {
  readonly id: string
  /** Why not, in words that can follow "because". */
  readonly reason: string
  readonly holds: (literal: Literal) => boolean
  readonly examples: readonly string[]
}

const fits =
  (...patterns: readonly RegExp[]) =>
  ({ value }: Literal): boolean =>
    patterns.some((pattern) => pattern.test(value))

/** Asked in order: the first that holds gives the reason. */
export const NOT_SECRETS: readonly NotSecret[] = [
  {
    id: 'length',
    reason: 'it is too short or too long for one',
    holds: ({ value }) => value.length < 5 || value.length > 4096,
    examples: ['', 'abc', 'x1y2'],
  },
  {
    id: 'unknown',
    reason: 'a part of it is put in elsewhere',
    holds: ({ value }) => value.includes(UNKNOWN),
    examples: [`a${UNKNOWN}b-secret`],
  },
  {
    id: 'document',
    reason: 'it is a text of several lines',
    holds: fits(/\n(?!$)/),
    examples: ['crds:\n  enabled: true\n'],
  },
  {
    id: 'connection-string',
    reason: 'it is a list of settings, each with a name of its own',
    holds: fits(/^[A-Za-z][\w ]{1,30}=[^;]*;\s*[A-Za-z][\w ]{1,30}=/),
    examples: ['Server=db;Database=shop;User Id=sa;Password=x'],
  },
  {
    id: 'sealed',
    reason: 'it is encrypted or a hash',
    holds: fits(
      /^(?:ENC[[(]|\{cipher\}|\$ANSIBLE_VAULT|AQ[EI]CA[HA]|vault:v\d+:|pbkdf2[_:]|-----BEGIN PGP MESSAGE|gAAAAA|age1|sha(?:1|256|384|512)[:$-])/,
      // Sealed Secrets (the length of what RSA encrypted goes before it), Laravel, MySQL, PostgreSQL, Werkzeug, phpass.
      /^Ag[A-D][A-Za-z0-9+/]{300,}={0,2}$|^eyJpdiI6|^\*[0-9A-F]{40}$|^md5[0-9a-f]{32}$|^SCRAM-SHA-\d+\$|^scrypt:\d+:|^\$[PH]\$/,
      /^(?:\{(?:bcrypt|SSHA\d*|SHA\d*|MD5|CRYPT|argon2\w*|pbkdf2\w*)\})?\$(?:2[abxy]?|1|5|6|7|y|argon2\w*|pbkdf2[\w-]*|scrypt|apr1|bcrypt[\w-]*)\$/i,
      /^\{(?:SSHA\d*|SHA\d*|MD5)\}/i,
    ),
    examples: [
      'ENC[AES256_GCM,data:abc]',
      '$2b$12$abcdefghijklmnopqrstuv',
      '{cipher}FKSAJDFGYOS8F7GLHAKERGFHLSAJ',
      '{SSHA}abcdef0123',
      `*${'6BB4837EB74329105EE4'.repeat(2)}`,
      `AgBy${'3i4OJSWK8PiTySYZZA9rO43c'.repeat(20)}`,
      'SCRAM-SHA-256$4096:abc',
    ],
  },
  {
    id: 'interpolation',
    reason: 'it is put in when it is used, by a template or a shell',
    holds: fits(
      /[$`]\(|`|%env\(|\\\$|\$\{|\$\$?\[|%\w+%|\{\{|\{%|<%|#\{|%\{|\\\(|@@?\w+@@?|\$\$\w+\$\$/, // shell, Windows, Jinja, ERB, Ruby, Swift and jq
      /^\{[\w.$:-]*\}|[^\w]\{[A-Za-z_]\w*\}/, // Python, C#
      /(?:^|[^A-Za-z0-9])%(?:[sdvq]|\(\w+\)s)(?![A-Za-z0-9])/, // printf
      /(?:^|[\s:=/"'(,;{|&.-])\$\w|\$[A-Z_][A-Z0-9_]+\b|^\$/, // a variable, but not the dollars of `Pa$$w0rd`
      /^@\w|^:\w+$|^[&*][A-Za-z]\w*$|^<[^>]*>$|^!\w/, // parameters of SQL, anchors and tags of YAML
    ),
    examples: [
      '$DB_PASSWORD',
      'prefix-${var.x}',
      '{{ vault.x }}',
      '%s:%s',
      '#{pass}',
      '\\(.db_password)',
      '!vault',
      '@TOKEN@',
    ],
  },
  {
    id: 'store',
    reason: 'it says where the secret is kept',
    holds: fits(
      /^(?:arn:aws|ssm:|vault:|op:\/\/|secretsmanager:|projects\/|kms:|sops:|file:|env:|awssm:|aws:|ref\+|s3:|keybase:|gsm:|sm:|akv:|@Microsoft\.KeyVault|secretref:|doppler:|infisical:|bws:)/i,
    ),
    examples: [
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db',
      'op://vault/item/field',
      'ssm:/prod/db/password',
    ],
  },
  {
    id: 'public',
    reason: 'it is meant to be public',
    holds: fits(
      // https://docs.stripe.com/api/payment_intents/object: browsers get it.
      /^(?:pi|seti|cs)_\w{8,}_secret_\w{8,}$/,
      /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) |^-----BEGIN (?:RSA )?(?:PUBLIC KEY|CERTIFICATE)|^pk_(?:live|test)_|^pk\.(?:eyJ|\{)|^0x[0-9a-f]{40}$/i,
    ),
    examples: [
      'pk.{"u":"acme"}.5C0L8q',
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5',
      '-----BEGIN CERTIFICATE-----',
      'seti_1Nxk2YqPzW_secret_O4tRb7kLmX',
    ],
  },
  {
    id: 'device',
    reason: 'it is the address of one device for messages, which only who has the key of the app can send',
    // https://firebase.google.com/docs/cloud-messaging/manage-tokens; a server key begins with AAAA and a project.
    holds: fits(/^(?!AAAA)[\w-]{8,40}:APA91b[\w-]{20,}$/, /^Expo(?:nent)?PushToken\[/),
    examples: [`eCtjmp0y_DyWVbThAfMo2G:APA91b${'GM1x3A_Zq'.repeat(6)}`],
  },
  {
    id: 'empty-login',
    reason: 'it is the base64 of a name with an empty password',
    holds: ({ value }) =>
      /^[A-Za-z0-9+/]{8,}={0,2}$/.test(value) &&
      /^[\x21-\x39\x3b-\x7e]{3,}:$/.test(Buffer.from(value, 'base64').toString('latin1')),
    examples: [Buffer.from('acme-user-client:').toString('base64')],
  },
  {
    id: 'head',
    reason: 'it is the head of a JSON Web Token, which says how it is signed, or words for its parts',
    // `{"alg":"`, `{"typ":"`, `{"kid":"`; an index for searches has them in small letters.
    holds: fits(/^eyJ(?:hbGciOi|0eXAiOi|raWQiOi)[A-Za-z0-9_-]*[.…]*$/i, /^(?:header|head)\.|\.(?:signature|sig)$/i),
    examples: [['eyJhbGciOiJSUzI1NiIs', 'InR5cCI6IkpXVCJ9'].join(''), 'header.claims.signature'],
  },
  {
    id: 'documented',
    reason: 'documentation shows it, or every copy of an emulator has it',
    holds: ({ value }) => value.length >= 20 && isDocumented(value),
    examples: [],
  },
  {
    id: 'placeholder',
    reason: 'it is a placeholder',
    holds: ({ value }) => isPlaceholder(value),
    examples: [
      'YOUR.GOOGLE.SECRET',
      'look-it-up',
      'changeme',
      'docker-build-only-secret',
      'set-at-runtime',
      'override-at-runtime',
      'only-for-asset-compilation',
      'build-time-only-not-a-secret',
      'not-so-secret-key-just-for-collectstatic',
      'xxxxxxxxxxxx',
      '12345678abcd',
      'qwertyuiop',
      'my-fake-key',
      'token_goes_here',
    ],
  },
  {
    id: 'address',
    reason: 'it is an address without a password',
    holds: ({ value }) =>
      /^[a-z][a-z0-9+.-]{1,30}:\/\/[^@]*$/i.test(value) ||
      /^[\w.+-]+@[\w-]+(?:\.[a-z]{2,})+$/i.test(value) ||
      /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?$/.test(value) ||
      /^(?:[a-z0-9_-]+\.)+(?:com|org|net|io|dev|app|ai|co|cloud|internal|local|localhost|svc|gov|edu|mil|info|uk|de|eu|fr|nl|us|ca|au|jp|in|me)(?::\d+)?(?:\/\S*)?$/.test(
        value,
      ),
    examples: ['https://login.acme.org/oauth/token', 'ops@acme.org', 'db.internal.acme.org:5432', '10.0.0.0/16'],
  },
  {
    id: 'path',
    reason: 'it is a path, or the name of a file',
    holds: ({ value }) =>
      /^(?:\.{0,2}|~)\/[\w./~*-]*$|^[A-Za-z]:\\|^\\\\/.test(value) ||
      /^[\w./~-]+\.(?:json|ya?ml|toml|ini|conf|cfg|env|properties|txt|csv|pem|key|crt|cer|p12|pfx|jks|gpg|asc|enc|sh|py|js|ts|go|java|xml|html?|tpl|j2|tf|tfvars|sql|md|php|rb|zip|gz|pub|kdbx?|keystore|vault|secret|log)$/i.test(
        value,
      ) ||
      (/^[\w.-]*(?:\/[\w.*-]*)+$/.test(value) && wordiness(value) > -0.5),
    examples: ['/run/secrets/db', './key.pem', 'shared/db/pass', 'credentials/', 'server.key'],
  },
  {
    id: 'code',
    reason: 'it is code that reads it from elsewhere',
    holds: ({ value }) =>
      /^(?:process\.|os\.|System\.|ENV\[|getenv|(?:env|var|vars|local|data|module|each|self|this|config|cfg|settings|secrets?|params?|args|req|request|ctx|context|props|options|opts|event|inputs?|values|github|needs|steps|matrix|app|conf|creds|credentials|account|user|session|resp|response|result|state)\??\.|\.Values\b|Ref\b|new |await |async |lambda |function\b|return |None\b|null\b|undefined\b)/i.test(
        value,
      ) ||
      /^[A-Za-z_$][\w$]*(?:(?:\.|::|->|\?\.)\w+)*[([]|=>|^[A-Za-z_$][\w$]*(?:::|->)\w/.test(value) ||
      /^\(|\)$|\w\(\)|^\w+\[["']|^[|>][+-]?$|\)[.;,]|["'] ?\+|\+ ?["']/.test(value) ||
      (/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(value) && wordiness(value) > 0),
    examples: [
      'os.environ.get("TOKEN")',
      'getSecret("x")',
      'config.password',
      'new SecretValue()',
      'request.headers.authorization',
    ],
  },
  {
    id: 'option',
    reason: 'it is the next option, or the name of another setting',
    holds: ({ value }) =>
      /^--?[a-z][a-z-]*(?:=|$)|^[A-Za-z_]\w*:$/.test(value) ||
      // Base64 may end so as well.
      (/^[A-Za-z][\w-]*=$/.test(value) && (value.length % 4 !== 0 || wordiness(value) > 0)),
    examples: ['--verbose', 'Username='],
  },
  {
    id: 'aws-id',
    reason: 'it is an id that AWS gives to a resource',
    holds: fits(
      /^(?:[a-z]{1,10}-)+[0-9a-f]{8}(?:[0-9a-f]{9})?$/,
      /^(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso\w?)?-[a-z]+-\d(?:[_:].*|[a-f])?$/,
      /^\d{12}$/,
    ),
    examples: ['i-0abcdef1234567890', 'eu-west-1_AbCdEfGhI', '482915730164'],
  },
  {
    id: 'measure',
    reason: 'it is a number, a date, a version, a time or a size',
    holds: fits(
      /^0x[0-9a-f]{1,16}$/i,
      /^v?\d+(?:\.\d+)+(?:[-+][\w.-]+)?$/,
      /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.Z+-]*)?$/,
      /^\d+(?:\.\d+)? ?(?:ms|s|m|h|d|w|y|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?|[kmgt]i?b?|%)$/i,
      /^(?:rate|cron)\(.*\)$/,
    ),
    examples: ['0x600159a', '1.2.3-rc1', '2024-01-31', '30 days', '512Mi'],
  },
  {
    id: 'pattern',
    reason: 'it is a pattern',
    holds: fits(/\.\*|\.\+|\[\^?[A-Za-z0-9]-[A-Za-z0-9]|\\[dws][+*{]|^\^.*\$$|\{\d+,\d*\}/),
    examples: ['^[a-z]+$', '[A-Za-z0-9]{20,}', '.*token.*'],
  },
  {
    id: 'markup',
    reason: 'it is a piece of markup or of a document',
    holds: fits(/^<\/?\w+|<\/\w+>$|^[[{]\\?["'\s\]}]|^["']?[,;:][ "']|&(?:lt|gt|amp|quot);|\\(?:e|033|x1b|u001b)\[/i),
    examples: ['<b>text</b>', '{"a": 1}', '["a", "b"]', '\\e[32m'],
  },
  {
    id: 'own-name',
    reason: 'it repeats its own name',
    holds: ({ name, value }) => {
      if (!/^[A-Za-z0-9]+(?:[_.\s-]+[A-Za-z0-9]+)*$/.test(value)) return false
      const [own, said] = [wordsOf(name), wordsOf(value)]
      if (value.length > 6 && own.join('').endsWith(value.toLowerCase()) && value.length < own.join('').length)
        return true
      return said.join('') === own.join('')
        ? said.length > 1
        : said.length > 1 && said.every((word) => own.includes(word))
    },
    examples: [],
  },
  {
    id: 'name-of-variable',
    reason: 'it is the name of a variable',
    holds: ({ value }) => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) && wordiness(value) > -1,
    examples: ['SANDBOX_ADMIN_PASSWORD', 'DOMAIN_ADMIN_PW', 'EXPORT_SECRETS_PRIVATE_KEY'],
  },
  {
    id: 'name-of-secret',
    reason: 'it is the name under which a secret is kept',
    holds: ({ value }) =>
      /^[A-Za-z][A-Za-z0-9]*(?:[_.:/-][A-Za-z0-9]+)+$/.test(value) &&
      (judgeName(value.replaceAll(/[:/]/g, '-')).says === 'secret' || / auth$/.test(wordsOf(value).join(' '))) &&
      wordiness(value) > -1.5,
    examples: ['x-client-secret', 'valkey-cluster-auth', 'my-access-key', 'my-secret-key', 'app_session_token'],
  },
  {
    id: 'state',
    reason: 'it is a word for a state, a kind or a unit',
    holds: ({ value }) => STATES.has(value.toLowerCase()),
    examples: ['minutes', 'required', 'SecureString', 'Bearer'],
  },
  {
    id: 'sentence',
    reason: 'it is a sentence',
    holds: ({ value }) =>
      // Google writes app passwords as four groups of four letters. https://support.google.com/accounts/answer/185833
      !(/^[a-z]{4}(?: [a-z]{4}){3}$/.test(value) && wordiness(value) < 0) &&
      // The first for words in a language that the table of letters does not know.
      (/^[A-Za-z][a-z'’]*(?: [A-Za-z'’]+)+[.:?!]?$/.test(value) ||
        /^\S+(?:\s+[A-Za-z][a-z']*){2,}[.:?!]?\s*$|^[A-Z][a-z]+ [a-z]+ [a-z]+|\w[.:?!] [A-Z][a-z]+|^\S+(?:\s+\S+){7,}$/.test(
          value,
        )),
    examples: ['The password of the database', 'token for the build server', 'Klucz API', 'Password jijjiiruu'],
  },
  {
    id: 'language',
    reason: 'it is written in a language, with letters that nobody has to type into passwords',
    holds: ({ value }) =>
      (/[\p{L}\p{M}]/u.test(value.replace(/[ -~]/g, '')) && !/\d/.test(value)) || /^(?:\\u[0-9a-f]{4})+$/i.test(value),
    examples: ['\\u3299\\ufe0f', 'Wybierz hasło', 'Näytä API-avain', 'パスワード', 'Lösenord'],
  },
]

/** Words that a setting about secrets is set to. */
const STATES: ReadonlySet<string> = new Set(
  `true false yes no null none nil undefined empty unset default optional required enabled disabled always never prompt
  token username string number boolean object array integer bytes value sensitive plaintext ask interactive inherit stdin
  write read-only readonly read admins group everyone securestring generated random auto automatic managed internal external
  basic bearer digest oauth oauth2 jwt saml latest seconds second minutes minute hours hour days day weeks months years
  milliseconds password_auth never_expires rotate rotating static dynamic global local project workspace organization
  account service human machine anonymous noauth plain hashed encrypted base64 hex utf-8 utf8 text json yaml xml
  client_secret_basic client_secret_post private_key_jwt client_credentials authorization_code refresh_token access_token
  id_token scram-sha-256 scram-sha-512 md5 sha256 sha512 aes256 peer trust ident krb5`.split(/\s+/),
)
