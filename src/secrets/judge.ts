import type { Confidence } from '../core/finding.ts'
import { isDrawnWithSigns } from './by-chance.ts'
import { judgeName, type NameJudgement } from './names.ts'
import { type Literal, NOT_SECRETS } from './not-secrets.ts'
import { COMMON_PASSWORDS } from './placeholders.ts'
import { wordiness } from './rarity.ts'

export type { Literal } from './not-secrets.ts'

/** What the place of a value adds to its name. */
export interface Setting extends Literal {
  /**
   * What the place takes: whatever its name says; nothing but a secret (`mysql -p…`); or nothing but a password that a
   * service is really given (`master_password = …`), where a word is one as well.
   */
  readonly takes?: 'by-name' | 'secret' | 'password'
}

/** A secret, how sure that is, and why. */
export interface FoundSecret {
  readonly secret: true
  readonly confidence: Confidence
  readonly reason: string
  /** How rare the value is proves it; else it may still be made up. */
  readonly proven?: true
}

export type SecretJudgement = FoundSecret | { readonly secret: false; readonly reason: string }

/**
 * Is this literal, under this name, in this place, a secret, and how sure is that? The name must say that it holds one, the
 * value must be none of the things that are kept under such names without being one, and then how rare it is decides.
 */
export function judgeSecret(setting: Setting): SecretJudgement {
  const value = withoutScheme(unquoted(setting.value))
  const { name, takes = 'by-name' } = setting
  const named = takes === 'by-name' ? judgeName(name) : CERTAIN
  if (named.says === 'other') return { secret: false, reason: named.reason }
  const common = COMMON_PASSWORDS.has(value.toLowerCase())
  if (common) return takes === 'password' ? found('medium', WORD) : commonWord(takes)
  const drawn = isDrawnWithSigns(value)
  const not =
    NOT_SECRETS.find(({ id, holds }) => !(drawn && TOLD_BY_SIGNS.has(id)) && holds({ name, value })) ??
    notDecoded(name, value)
  if (not) return { secret: false, reason: not.reason }
  const password = takes !== 'by-name' || PASSWORD.test(named.word ?? '')
  const machineMade = /key|token|credential|pat$/.test(named.word ?? '')
  if (value.startsWith(OF_DJANGO)) return found('medium', UNSAFE)
  return byForm(value, { password, machineMade, takes, maybe: named.says === 'maybe' })
}

/** What is told by a few signs, which a password that is drawn may hold as well. */
const TOLD_BY_SIGNS: ReadonlySet<string> = new Set(['interpolation', 'code', 'pattern', 'markup', 'path'])

const CERTAIN: NameJudgement = { says: 'secret', reason: 'nothing else is given there' }

/** Words for secrets that people think up, unlike tokens and keys, which machines make. */
const ABOUT_SECRETS = /secret|passw|token|key|admin|login|pwd|user|test/i
const PASSWORD = /pass|psk$|pwd$|^pw$|passwort|kennwort|wachtwoord|contrasena|senha/

/** What follows the scheme of a header: of `Basic` the password, which may be empty. */
function withoutScheme(value: string): string {
  const [, scheme, rest] = /^(Basic|Bearer|Token|ApiKey)\s+(\S+)$/i.exec(value) ?? []
  if (rest === undefined) return value
  if (scheme!.toLowerCase() !== 'basic') return rest
  const decoded = Buffer.from(rest, 'base64').toString('utf8')
  return /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(decoded) ? decoded.slice(decoded.indexOf(':') + 1) : rest
}

/** Without the quotes around it. */
export const unquoted = (raw: string): string => raw.trim().replace(/^(['"])(.*)\1$/s, '$2')

const found = (confidence: Confidence, reason: string): FoundSecret => ({ secret: true, confidence, reason })

const RANDOM = 'it looks like made by a machine'
const CHOSEN = 'it looks like a password that somebody chose'
const WORD = 'it is a word, or made of words: some do use them as passwords'
const UUID_FORM = 'it has the form of a UUID, which may be an id as well as a key'
const SHORT = 'machines make keys and tokens longer than that'
const UNSAFE = 'Django makes such keys for development, and says so in them'
const UNCLEAR = 'its name does not say for sure that it is a secret'

/** https://docs.djangoproject.com/en/stable/ref/checks/#security */
const OF_DJANGO = 'django-insecure-'

/** Words that services for local use begin with say nothing by themselves. */
function commonWord(takes: Setting['takes']): SecretJudgement {
  if (takes !== 'secret') return { secret: false, reason: 'it is a word that services for local use begin with' }
  return found('low', WORD)
}

interface Place {
  readonly password: boolean
  readonly machineMade: boolean
  readonly takes: NonNullable<Setting['takes']>
  readonly maybe: boolean
}

/** What a value that could be a secret looks like, and how sure that makes us under its name. */
function byForm(value: string, { password, machineMade, takes, maybe }: Place): SecretJudgement {
  const form = formOf(value)
  if (form === 'random' && machineMade && !password && value.length < SHORTEST_MADE) return found('medium', SHORT)
  if (form === 'random')
    return maybe && value.length < 16 ? found('medium', UNCLEAR) : { ...found('high', RANDOM), proven: true }
  if (form === 'uuid') return found(maybe ? 'low' : 'medium', UUID_FORM)
  if (maybe) return form === 'chosen' ? found('low', UNCLEAR) : { secret: false, reason: NAME }
  if (form === 'chosen') return found(password ? 'high' : 'medium', CHOSEN)
  if (takes === 'password' && form === 'word') return found(value.length >= LONG_ENOUGH ? 'high' : 'medium', WORD)
  if (form === 'name' && !password) return { secret: false, reason: NAME }
  if (machineMade && !password) return { secret: false, reason: 'machines make keys and tokens, and it is a word' }
  return found(password ? 'medium' : 'low', WORD)
}

const NAME = 'it reads like the name of something'

/** Keys and tokens of fewer characters could be guessed. */
const SHORTEST_MADE = 12

/** What AWS asks of the password of a database, and most others of theirs. */
const LONG_ENOUGH = 8

/**
 * `random`: letters as chance would draw them; `chosen`: words with digits and signs put in, as rules for passwords ask;
 * `name`: several words, joined as in names; `word`: one word, or words run together.
 */
function formOf(value: string): 'random' | 'uuid' | 'chosen' | 'name' | 'word' {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return 'uuid'
  const words = wordiness(value)
  // `mydbsecret`, `csrftoken`: short for words, which the table does not know.
  if (/^(?:[a-z]+|[A-Z]+)$/.test(value) && (words > -2 || ABOUT_SECRETS.test(value))) return 'word'
  const joined =
    /^[a-z0-9]+(?:[_. :/-]+[a-z0-9]+)+$/.test(value) || /^[A-Z][a-z]+(?:[_. :/-]?[A-Z][a-z]+)+\d*$/.test(value)
  // `gb_nps_v1`: short for words.
  if (joined && value.length < 12) return 'name'
  const rare = joined && !/[a-z]\d+[a-z]+\d/.test(value) ? -2.2 : -0.75
  if (value.length >= 8 && words < rare && new Set(value).size >= 6) return isThoughtUp(value) ? 'chosen' : 'random'
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9_.\s/:-]/].filter((kind) => kind.test(value)).length
  if (classes >= 3 && value.length >= 8 && !/\s/.test(value)) return isCamelName(value) ? 'name' : 'chosen'
  if (classes === 2 && /[^A-Za-z0-9_.\s/:,-]/.test(value) && value.length >= 8 && !/\s/.test(value)) return 'chosen'
  if (classes === 2 && /\d/.test(value) && value.length >= 8 && !joined && words < 0.5) return 'chosen'
  if (/[_. /:-]|[a-z][A-Z]/.test(value)) return 'name'
  return 'word'
}

/** `N3wP@ssw0rd!`, `pwdRegLomb`, `BBPM01Test`: longer ones hold such letters by chance. */
const isThoughtUp = (value: string): boolean => value.length <= 20 && THOUGHT_UP.test(value)

const THOUGHT_UP = /p[a@4][s5$]{2}|pwd|s[e3]cr[e3]t|w[e3]lc[o0]m[e3]|adm[i1!]n|ch[a@4]ng[e3]|t[e3][s5$]t/i

/** `RefreshTokensStateMachineV2`, `base64Token`, but not `Winter2024!`. */
function isCamelName(value: string): boolean {
  if (/^[a-z]+\d*(?:[A-Z][a-z]+)+\d{0,2}$/.test(value)) return true
  const letters = value.replace(/V?\d{1,4}$/, '')
  return /^[A-Za-z_.:-]+$/.test(letters) && (letters.match(/[A-Z]*[a-z]+|[A-Z]+/g) ?? []).length >= 3
}

/** What base64 of words may turn out to be; random texts decode to a few signs of anything. */
const DECODED: ReadonlySet<string> = new Set([
  'placeholder',
  'own-name',
  'name-of-variable',
  'name-of-secret',
  'state',
  'sentence',
])

/** The base64 of a placeholder or a name is no more than that. */
function notDecoded(name: string, value: string): { reason: string } | undefined {
  if (value.length < 8 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value) || value.length % 4 !== 0) return undefined
  const decoded = Buffer.from(value, 'base64').toString('utf8').trim()
  if (!/^[\x20-\x7e]{4,}$/.test(decoded)) return undefined
  if (COMMON_PASSWORDS.has(decoded.toLowerCase())) return { reason: 'it is the base64 of a common word' }
  return NOT_SECRETS.find(({ id, holds }) => DECODED.has(id) && holds({ name, value: decoded }))
}
