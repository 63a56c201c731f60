import { alphabetOf, LETTERS_AND_DIGITS, runsIn } from '../../core/runs.ts'
import { mayBeEncoded } from '../../languages/decode/decode.ts'
import { mayHoldAddress } from './addresses/finder.ts'
import { judgeLiteral } from './assigned/judge.ts'
import { literalsIn } from './assigned/literals.ts'
import { columnsIn } from './assigned/tables.ts'
import { mayBeToken, mayNameToken } from './tokens/finder.ts'

/**
 * Could a text hold something that a rule of this pack finds, in plain or encoded? Made of the rules' own gates, and of what all
 * of them have in common: a long run of characters that are no words. Where this says no, no rule finds anything; a test holds
 * it against the fixtures of every rule.
 */
export function mayHoldCredential(text: string): boolean {
  return (
    SURE.test(text) ||
    holdsRandomRun(text) ||
    mayBeEncoded(text) ||
    mayHoldAddress(text) ||
    mayBeToken(text) ||
    LOGIN.test(text) ||
    holdsAssigned(text)
  )
}

/** What may be of words alone: an id of AWS, and the headers of private keys. */
const SURE = /A(?:KIA|SIA|BIA|CCA|3T[A-Z0-9])[A-Z0-9]{16}|PRIVATE KEY|PuTTY-User-Key-File-|AGE-SECRET-KEY-1/

/** Lines of .pgpass and .netrc. */
const LOGIN = /^[^:\s]+:[\d*]+:[^:\n]*:[^:\n]*:\S|\bpassword\s+\S/m

/** A name or a place with a value that is judged a secret, however short; in whatever style of file. */
function holdsAssigned(text: string): boolean {
  for (const literals of [literalsIn(text, 'spaced'), columnsIn(text)])
    for (const literal of literals) if (judgeLiteral(literal).secret) return true
  return false
}

const RUN = alphabetOf(`${LETTERS_AND_DIGITS}+/_~-`)
const SHORTEST_RUN = 16
/** So many characters of a run are not of words, or it is none of a secret: `DOCKER_COMPOSE_V2`, `linux-amd64`, `ec2/2.10`. */
const FEWEST = 10

function holdsRandomRun(text: string): boolean {
  for (const run of runsIn(text, RUN, SHORTEST_RUN)) if (randomIn(run) >= FEWEST) return true
  return false
}

/** How many characters of a run are in none of the words in snake, kebab or camel case that it may be made of. */
function randomIn(run: string): number {
  let random = 0
  for (const part of run.split(/[-_~/+]+/)) if (part !== '' && !isCamelCase(part)) random += part.length
  return random
}

/** Random letters of either case fall into pieces that look like words as well, but into more of them. */
function isCamelCase(part: string): boolean {
  if (SINGLE.test(part)) return true
  const words = part.split(HUMPS)
  if (words.length > 1 && part.length < words.length * SHORTEST_WORDS) return false
  return words.every((word) => WORD.test(word))
}

/** What nearly all parts are. */
const SINGLE = /^[A-Z]?[a-z]+$/
/** Letters a word, on average. */
const SHORTEST_WORDS = 4.5

const HUMPS = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d+(?![A-Za-z0-9]))/
const WORD =
  /^(?:[A-Z]?[a-z]+|[A-Z]{2,14}|[A-Z]|\d{1,4}|[Ss]3|E[Cc]2|ec2|amd64|arm64|x86|[Kk]8[Ss]|[Ii][Pp][Vv][46]|[Ss][Hh][Aa](?:1|256|512)|utf8|[Bb]ase64|[Rr]oute53|[Oo]?[Aa]uth2|gp[23]|io[12]|log4j|i18n|python3|linux2|al2023|x64)$/

/** Could a text say of a random run beside it what that is? */
export function mayNameCredential(text: string): boolean {
  return NAMING.test(text) || mayNameToken(text)
}

const NAMING =
  /aws|amazon|amz|s3|ses|sns|sqs|dynamo|ecr|boto|minio|ceph|wasabi|secret|access|key|token|credential|session|security|auth|private|BEGIN|END/i
