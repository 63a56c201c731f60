import type { MappedText } from '../../core/text.ts'
import { type FoundSecret, judgeSecret } from '../../secrets/judge.ts'
import { namesSecret } from '../../secrets/names.ts'
import { MOST_SECRETS } from '../credentials/flood.ts'
import { runsProgram } from './program-of-option.ts'

/** A literal secret in a script; offsets are into the script's decoded text. */
export interface ScriptSecret {
  /** The secret itself, without quotes. */
  readonly start: number
  readonly end: number
  /** The same with its quotes: what a fix replaces. */
  readonly quotedStart: number
  readonly quotedEnd: number
  /** How it is given: `DB_PASSWORD=…`, `--token …`, `mysql -p…`. */
  readonly given: string
  readonly name: string
  readonly judged: FoundSecret
  /** A shell variable gets it, so a command substitution can stand in its place. */
  readonly assignment: boolean
}

/**
 * The literal secrets that a script gives to variables, options, addresses, headers and programs known to take them:
 * line by line, whatever its language is (shell, cloud-config, PowerShell, Python), each place once.
 */
export function secretsInScript(text: MappedText): ScriptSecret[] {
  const found: ScriptSecret[] = []
  const taken: { start: number; end: number }[] = []
  for (const shape of SHAPES) {
    shape.pattern.lastIndex = 0
    for (const match of text.value.matchAll(shape.pattern)) {
      const secret = secretOf(text.value, match, shape)
      if (!secret || taken.some(({ start, end }) => start < secret.end && secret.start < end)) continue
      taken.push(secret)
      found.push(secret)
      if (found.length >= MOST) return found
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

/** More is told to be too much by whoever asks. */
const MOST = MOST_SECRETS + 1

interface Shape {
  /** Groups: `value` (maybe in quotes), and `name` where the name decides; flags `gd`. */
  readonly pattern: RegExp
  readonly given: (name: string) => string
  /** For shapes without a name of their own. */
  readonly name?: string
  readonly assignment?: boolean
  /** These are secrets whatever they look like, placeholders aside. */
  readonly certain?: boolean
  /** The match begins with a program, which must be run there: `find /var/lib/mysql -print0` is not `mysql -p…`. */
  readonly program?: true
}

/** A value: in quotes up to the same quote on the line, or a bare word. Bounds keep lines of a megabyte linear. */
const VALUE = String.raw`(?<value>"(?:[^"\\\n]|\\.){0,4096}"|'[^'\n]{0,4096}'|[^\s"'\`;|&<>(){},]+)`
/** What may stand on the line between a program and its option. */
const BETWEEN = String.raw`[^\n|;&]{0,300}?`
const OPTION_VALUE = String.raw`(?:=|\s+)${VALUE}`
const START = String.raw`(?<![\w$.-])`

const SHAPES: readonly Shape[] = [
  {
    pattern:
      /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/@:"'`<>$]{0,80}:(?<value>[^\s/@"'`<>]{3,200})@[^\s"'`<>]/dgi,
    given: () => 'a password in an address',
    name: 'password',
    certain: true,
  },
  {
    pattern:
      /\bAuthorization["']?\s*[:=]\s*["']?(?:Bearer|Basic|Token|token|Splunk|ApiKey|GenieKey|Bot)\s+(?<value>[^\s"'`$\\]{8,})/dg,
    given: () => 'an Authorization header',
    name: 'token',
    certain: true,
  },
  {
    pattern:
      /(?<![\w:/-])(?<name>(?:[A-Za-z]+-)+(?:Api-?Key|Key|Token|Secret|Auth))\s*:\s*(?<value>[^\s"'`$\\]{8,})/dgi,
    given: (name) => `the header ${name}`,
    certain: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mariadb-admin)\b${BETWEEN}\s-p${VALUE}`,
      'gd',
    ),
    given: () => 'mysql -p…',
    program: true,
    name: 'password',
    certain: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:sshpass|mongo|mongosh|mongodump|mongorestore|ldapadd|ldapmodify|docker\s+login|podman\s+login|az\s+login|htpasswd|smbclient|sqlcmd|vncpasswd)\b${BETWEEN}\s-[pPwa]\s*${VALUE}`,
      'gd',
    ),
    given: () => 'a password option',
    program: true,
    name: 'password',
  },
  {
    pattern: new RegExp(String.raw`\b(?:redis-cli)\b${BETWEEN}\s-a\s+${VALUE}`, 'gd'),
    given: () => 'redis-cli -a …',
    program: true,
    name: 'password',
  },
  {
    // https://developer.hashicorp.com/vault/docs/commands/login
    pattern:
      /\bvault\s+login\s+(?:-(?!method)[\w-]+(?:=\S+)?\s+){0,5}(?:token=)?(?<value>"[^"\n$]{8,}"|'[^'\n]{8,}'|[\w.-]{8,})(?=\s|$)/dg,
    given: () => 'vault login …',
    program: true,
    name: 'token',
    certain: true,
  },
  {
    pattern:
      /\b(?:curl|wget|http)\b[^\n|;&]{0,300}?\s(?:-u|--user)(?:=|\s+)["']?[\w.@%+-]{1,100}:(?<value>[^\s"'`]{3,})/dg,
    given: () => 'curl --user name:password',
    name: 'password',
    certain: true,
  },
  {
    pattern: /\becho\s+(?:-[en]+\s+)?["']?[a-z_][\w.-]*:(?<value>[^\s"'`|]{4,})["']?\s*\|\s*(?:sudo\s+)?chpasswd/dg,
    given: () => 'chpasswd',
    name: 'password',
    certain: true,
  },
  {
    pattern: /\bchpasswd\s*<<<\s*["']?[a-z_][\w.-]*:(?<value>[^\s"'`]{4,})/dg,
    given: () => 'chpasswd',
    name: 'password',
    certain: true,
  },
  {
    pattern:
      /\becho\s+(?:-[en]+\s+)?(?<value>"[^"\n$]{5,}"|'[^'\n]{5,}'|[^\s"'`$|]{5,})\s*\|\s*(?:sudo\s+)?(?:passwd\b[^\n]{0,200}?--stdin|docker\s+login[^\n]{0,200}?--password-stdin|helm\s+registry\s+login[^\n]{0,200}?--password-stdin|gh\s+auth\s+login[^\n]{0,200}?--with-token)/dg,
    given: () => 'a password on standard input',
    name: 'password',
  },
  {
    pattern:
      /\b(?:IDENTIFIED\s+(?:WITH\s+\w+\s+)?BY|(?:USER|ROLE)\s+[\w"'`@.%-]+\s+(?:WITH\s+)?(?:ENCRYPTED\s+)?PASSWORD)\s+(?<value>'[^'\n]{4,}'|"[^"\n]{4,}")/dgi,
    given: () => 'a password in SQL',
    name: 'password',
    certain: true,
  },
  {
    pattern: /\bnet\s+user\s+[\w.-]+\s+(?<value>"[^"\n]{5,}"|[^\s/"%$]{5,})/dgi,
    given: () => 'net user',
    name: 'password',
  },
  {
    pattern: /\bConvertTo-SecureString\s+(?:-String\s+)?(?<value>"[^"\n$]{5,}"|'[^'\n]{5,}')/dgi,
    given: () => 'ConvertTo-SecureString',
    name: 'password',
    certain: true,
  },
  {
    // A line of a password file. https://www.postgresql.org/docs/current/libpq-pgpass.html
    pattern:
      /(?<![\w.:-])[\w.*-]{1,200}:(?:\d{2,5}|\*):[\w*.-]{1,60}:[\w*.-]{1,60}:(?<value>[^\s"'`:$]{4,200})(?=[^\n]{0,300}pgpass)/dg,
    given: () => '.pgpass',
    name: 'password',
    certain: true,
  },
  {
    // https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment=
    pattern: /(?:(?<![\w$.-])|(?<=\\n))Environment=["']?(?<name>[A-Za-z_]\w{1,80})=(?<value>[^\s"'`\\]{1,4096})/dg,
    given: (name) => `Environment=${name}=…`,
  },
  {
    pattern: /<(?<name>[A-Za-z][\w.-]{1,60})>(?<value>[^<>\s$]{5,200})<\//dg,
    given: (name) => `<${name}>`,
  },
  {
    pattern: /\bpass:(?<value>[^\s"'`$]{5,})/dg,
    given: () => 'pass:…',
    name: 'password',
  },
  {
    pattern: new RegExp(String.raw`(?:^|\s)--?(?<name>[A-Za-z][\w.-]*)${OPTION_VALUE}`, 'gdm'),
    given: (name) => `--${name} …`,
  },
  {
    pattern: new RegExp(
      String.raw`${START}(?:export\s+|set\s+|setx\s+|declare\s+(?:-\w+\s+)?|readonly\s+|local\s+|\$?env:|\$|ENV\s+|ARG\s+)?(?<name>[A-Za-z_][\w.-]{1,80})=${VALUE}`,
      'gd',
    ),
    given: (name) => `${name}=…`,
    assignment: true,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\w$.]|\w-)\$?(?:env:)?(?<name>[A-Za-z_][\w.-]{1,80})["']?\s+(?:=|:=|=>)\s+${VALUE}`,
      'gd',
    ),
    given: (name) => `${name} = …`,
  },
  {
    pattern: new RegExp(String.raw`(?<q>["'])(?<name>[A-Za-z_][\w.-]{1,80})\k<q>\s*(?::|=>|,)\s*${VALUE}`, 'gd'),
    given: (name) => `${name}: …`,
  },
  {
    pattern: new RegExp(
      String.raw`(?:^|[\s{,-])(?<name>[A-Za-z_][\w.-]{1,80}):[ \t]+(?!\|[+-]?\d?\s*$|>[+-]?\d?\s*$)${VALUE}`,
      'gdm',
    ),
    given: (name) => `${name}: …`,
  },
  {
    pattern:
      /^[ \t]*(?:-[ \t]*)?["']?(?:root|admin|ubuntu|ec2-user|centos|debian|[a-z]\w{1,20}):(?<value>[^\s"':*!$][^\s"':]{4,60})["']?[ \t]*$/dgm,
    given: () => 'chpasswd',
    name: 'password',
  },
]

function secretOf(text: string, match: RegExpMatchArray, shape: Shape): ScriptSecret | undefined {
  const name = match.groups?.name ?? shape.name ?? ''
  if (!shape.name && !shape.certain && !namesSecret(name)) return undefined
  const span = match.indices?.groups?.value
  if (!span) return undefined
  if (shape.name === 'password' && shape.given('') === 'chpasswd' && !shape.certain && !/chpasswd/.test(text))
    return undefined
  const [quotedStart, quotedEnd] = span
  const quoted = /^["']/.test(text.slice(quotedStart, quotedEnd))
  if (!quoted && (isCode(text, quotedStart, quotedEnd, match[0]) || isInTemplate(text, quotedStart))) return undefined
  const [start, end] = quoted ? [quotedStart + 1, quotedEnd - 1] : [quotedStart, quotedEnd]
  if (shape.program && !runsProgram(text, match.index ?? 0)) return undefined
  const value = text.slice(start, end)
  if (isCutOff(text, end) || value.toLowerCase() === name.toLowerCase()) return undefined
  const judged = judgeSecret({ name, value, ...(shape.certain ? { takes: 'secret' } : {}) })
  if (!judged.secret) return undefined
  return {
    start,
    end,
    quotedStart,
    quotedEnd,
    given: shape.given(name),
    name: name.replace(/^\$?env:/, ''),
    judged,
    assignment: shape.assignment === true,
  }
}

/** Between `{{` and `}}` words are code: `{{ lookup('password', path, length=32) }}`. */
function isInTemplate(text: string, at: number): boolean {
  const opening = text.lastIndexOf('{{', at)
  if (opening === -1 || at - opening > 500) return false
  const closing = text.indexOf('}}', opening)
  return closing > at
}

/** `credentials/$` of `credentials/${name}.key`: what follows is put in by the shell. */
function isCutOff(text: string, end: number): boolean {
  return text.charAt(end - 1) === '$' && /[{(]/.test(text.charAt(end))
}

/** A bare word that is called, indexed or a command of PowerShell; or a variable in a language that writes `a = b`. */
function isCode(text: string, start: number, end: number, whole: string): boolean {
  const word = text.slice(start, end)
  if (/[([]/.test(text.charAt(end)) || /^[[{(]/.test(word) || /^[A-Z][a-z]+-[A-Z][A-Za-z]+$/.test(word)) return true
  return /\s(?:=|:=|=>)\s/.test(whole) && !/\d/.test(word)
}
