/**
 * Texts that people put where a secret belongs, so that nobody takes them for one: what says so itself, masks, repeats,
 * sequences of the alphabet or the keyboard. For values of any length; ids and halves of AWS keys are judged more
 * strictly, since a random one must never be lost.
 */
export function isPlaceholder(value: string): boolean {
  return (
    stutters(value) ||
    SAYS_SO.test(value) ||
    CAPITALS.test(value) ||
    MASK.test(value) ||
    isRepetitive(value) ||
    isSequence(value)
  )
}

const alternatives = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'i')

/** A word of its own, so that `fixmeX7` in a random text is none. */
const word = (words: string): string => `(?<![a-z0-9])(?:${words})(?![a-z0-9])`

const SAYS_SO = alternatives(
  // What it is.
  'example|placeholder|redacted|dummy|sanitized|changeme|change[-_ ]?(?:me|this|it)|not[-_ ]?(?:a[-_ ]?)?(?:real|set|used|needed|required|valid|secret|so[-_ ]?secret)',
  word(
    'mock|mocked|fake|sample|masked|hidden|omitted|todo|fixme|tbd|tba|n/?a|foo|foobar|bar|baz|qux|lorem|ipsum|bogus|stub',
  ),
  // What to do.
  `(?<![a-z])(?:your|replace|insert|enter|fill|put|set|add|provide|paste|use|generate|update)[-_ .]?(?:me|this|it|in|here|your|own|with|value|values|secret|token|key|password|pass|api|at|by|from|the|to)(?![a-z])`,
  '(?<![a-z])your[-_. ]|(?<![a-z])look[-_ ]it[-_ ]up|(?<![a-z])override[-_ ](?:me|this|at|in|by)|(?:key|token|secret|password|value)[-_ ]?(?:goes[-_ ]?)?here(?![a-z])',
  // What for: the key that a framework asks for while an image is built.
  '(?:build|ci|test|tests|compile|compilation|collectstatic|precompile|precompilation|dev|local|development)[-_ ](?:time[-_ ])?only|(?:only|just)[-_ ](?:for|in|at)[-_ ]|for[-_ ](?:build|testing|tests|ci|collectstatic|precompile)(?![a-z])|at[-_ ](?:run|build|deploy)[-_ ]?time',
)

/** `YOUR.GOOGLE.SECRET`, `CHANGE_THE_PASSWORD`. */
const CAPITALS = /^[A-Z]{2,}(?:\.[A-Z]+)+$|^(?:INSERT|REPLACE|CHANGE|YOUR|ENTER|PUT|SET|ADD|MY)_[A-Z_]+$/

const MASK =
  /^__.*__$|^\*{2}[^*]+\*{2}$|abcdefghijklmnopqrst|^(?:\*{3,}|\.{3,}|-{3,}|_{3,}|#{3,}|x{3,}$)|x{5}|\*{3}|\.{3}|…|(.)\1{6}|(.{2,4})\2{4}|^<[^<>]*>$|^\[[^\]"']*\]$/i

/** `AAAABBBBCCCC1111`: keys pressed again and again. */
function stutters(value: string): boolean {
  let same = 0
  for (let at = 1; at < value.length; at++) if (value[at] === value[at - 1]) same++
  return value.length >= 8 && same > value.length * 0.45
}

export function isRepetitive(value: string): boolean {
  return new Set(value).size <= 2 || /^(.{2,5})\1+$/i.test(value)
}

/** `123456789`, `abcdefgh`, `qwertyuiop`: made to be seen through. */
export function isSequence(value: string): boolean {
  if (value.length < 6) return false
  const plain = value.toLowerCase()
  let covered = 0
  for (let at = 0; at < plain.length; ) {
    const length = longestRun(plain, at, KEYS_IN_A_ROW)
    if (length >= 3) covered += length
    at += Math.max(1, length)
  }
  return covered >= plain.length - 2
}

/** Neighbours on the keyboard, in the alphabet and among digits, forwards and back. */
const KEYS_IN_A_ROW = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789abcdef',
].flatMap((row) => [row, [...row].reverse().join('')])

function longestRun(text: string, at: number, rows: readonly string[]): number {
  let longest = 0
  for (const row of rows) {
    let length = 0
    const place = row.indexOf(text[at]!)
    while (place !== -1 && place + length < row.length && text[at + length] === row[place + length]) length++
    longest = Math.max(longest, length)
  }
  return longest
}

/** Words that people do set as passwords, on their own machines first of all. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `pass passwd password passw0rd p@ssw0rd password1 password123 pwd secret secret123 postgres postgresql mysql mariadb mongo
  mongodb redis rabbitmq elastic minio minioadmin minio123 localstack root toor admin admin123 administrator test tests testing
  test123 guest user username default sa dev development docker demo qwerty abc123 1234 12345 123456 12345678 123456789 letmein
  welcome welcome1 supersecret topsecret s3cret mypassword mypass mysecretpassword hunter2 changeit superuser wordpress
  vagrant ubuntu oracle cisco grafana jenkins sonar nexus keycloak hello monkey dragon iloveyou`.split(/\s+/),
)
