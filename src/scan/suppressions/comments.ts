import type { Notification } from '../../core/finding.ts'
import { lineStarts, regionOf, type Source } from '../../core/source.ts'
import { oneLine } from '../config/complaints.ts'
import { ruleFault } from '../config/rule-ids.ts'
import { type Mention, mentionsIn, nextCodeLine } from './mentions.ts'
import { rulesOfSecretlint } from './secretlint-rules.ts'

/** A comment that suppresses, as it stands in a source. */
export interface Comment {
  /** `keylatch:ignore`, `gitleaks:allow`, `secretlint-disable` … */
  readonly mechanism: string
  /** Rule ids, and prefixes of them that end in `*`. */
  readonly rules: readonly string[]
  /** May be empty for the comments of other tools. */
  readonly reason: string
  /** The line it stands on, and the lines it guards: 1-based, inclusive; to the end of the file is Infinity. */
  readonly line: number
  readonly firstLine: number
  readonly lastLine: number
  /** It guards every line until it is ended, not just one place. */
  readonly isRange: boolean
  /** The same in another version of the file when the comment says the same. */
  readonly identity: string
}

/** Comments beyond these in one file are not counted, and a notification says so: hostile files stay cheap. */
const MOST_COMMENTS = 5000
const MOST_RANGES = 20

/** The suppression comments of a source, in order, and what is wrong with those that are incomplete. */
export function commentsIn(
  source: Source,
  ruleIds: ReadonlySet<string>,
): { comments: Comment[]; notifications: Notification[] } {
  const starts = lineStarts(source.text)
  const reading: Reading = { source, ruleIds, starts, comments: [], notifications: [], openRanges: [] }
  let mentions = 0
  for (const mention of mentionsIn(source)) {
    if (mentions++ === MOST_COMMENTS) {
      complain(
        reading,
        mention,
        'too-many-suppressions',
        `Only the first ${MOST_COMMENTS} suppression comments are read.`,
      )
      break
    }
    if (mention.word === 'keylatch:ignore') readOwn(reading, mention)
    else if (mention.word.startsWith('secretlint-')) readSecretlint(reading, mention)
    else readForeign(reading, mention)
  }
  return { comments: reading.comments, notifications: reading.notifications }
}

interface Reading {
  readonly source: Source
  readonly ruleIds: ReadonlySet<string>
  readonly starts: readonly number[]
  readonly comments: Comment[]
  readonly notifications: Notification[]
  /** Indices into `comments` of ranges that nothing has ended yet. */
  openRanges: number[]
}

/** `keylatch:ignore RULE[, RULE] -- reason`. Words in prose are no comments; without rule or reason it is incomplete. */
function readOwn(reading: Reading, mention: Mention): void {
  if (!mention.inComment) return
  const [, names = '', reason = ''] = /^(.*?)(?:(?:^|\s)(?:--+|—|–)\s*(.*))?$/s.exec(mention.after) ?? []
  const words = names.split(/[\s,]+/).filter((name) => name !== '')
  if (!words.some((word) => word.includes('/'))) {
    complain(reading, mention, 'suppression-without-rule', NO_RULE)
  } else if (!/[\p{L}\p{N}]/u.test(reason)) {
    complain(reading, mention, 'suppression-without-reason', NO_REASON)
  } else {
    const rules = words.filter((word) => isKnownRule(reading, mention, word))
    if (rules.length > 0)
      add(reading, mention, { mechanism: mention.word, rules, reason, ...guarded(reading, mention) })
  }
}

/** Its own line, or when it stands alone what follows, down to the next line of code. */
function guarded({ source, starts }: Reading, { line, alone }: Mention): Pick<Comment, 'firstLine' | 'lastLine'> {
  if (!alone) return { firstLine: line, lastLine: line }
  return { firstLine: line + 1, lastLine: nextCodeLine(source, starts, line) }
}

const FORM = 'Write `keylatch:ignore RULE -- reason`.'
const NO_RULE = `This \`keylatch:ignore\` names no rule, so it suppresses nothing. ${FORM}`
const NO_REASON = `This \`keylatch:ignore\` gives no reason, so it suppresses nothing. ${FORM}`

function isKnownRule(reading: Reading, mention: Mention, name: string): boolean {
  const fault = ruleFault(name, reading.ruleIds)
  if (!fault) return true
  const said = oneLine(fault())
  const message = `This \`keylatch:ignore\` names an ${said}${said.endsWith('?') ? '' : '.'}`
  complain(reading, mention, 'suppression-unknown-rule', message)
  return false
}

/** Secrets, wherever they are found: what the comments of secret scanners can speak of. */
const SECRETS = ['credentials/*', 'user-data/*']

/** `gitleaks:allow`, `trufflehog:ignore`, `pragma: allowlist secret`: their own line; `nextline`: the one after it. */
function readForeign(reading: Reading, mention: Mention): void {
  const isNext = mention.word.includes('nextline')
  const line = isNext ? mention.line + 1 : mention.line
  const mechanism = mention.word.startsWith('pragma')
    ? `pragma: ${mention.word.includes('white') ? 'white' : 'allow'}list ${isNext ? 'nextline ' : ''}secret`
    : mention.word
  add(reading, mention, { mechanism, rules: SECRETS, reason: mention.after, firstLine: line, lastLine: line })
}

/** `secretlint-disable[-line|-next-line] [RULE, …] [-- reason]` and `secretlint-enable`: credentials only. */
function readSecretlint(reading: Reading, mention: Mention): void {
  const [names = '', ...reasons] = mention.after.split('--')
  const named = [...new Set(names.split(/[\s,>]+/).flatMap(rulesOfSecretlint))]
  const guard = {
    mechanism: mention.word,
    rules: named.length > 0 ? named : ['credentials/*'],
    reason: reasons.join('--'),
  }
  const line = mention.word === 'secretlint-disable-line' ? mention.line : mention.line + 1
  if (mention.word === 'secretlint-enable') closeRanges(reading, mention.line, named)
  else if (mention.word === 'secretlint-disable') openRange(reading, mention, guard)
  else add(reading, mention, { ...guard, firstLine: line, lastLine: line })
}

type Guard = Pick<Comment, 'mechanism' | 'rules' | 'reason' | 'firstLine' | 'lastLine'> & Partial<Comment>

function openRange(reading: Reading, mention: Mention, guard: Pick<Comment, 'mechanism' | 'rules' | 'reason'>): void {
  const isOpen = (index: number) => guard.rules.every((rule) => reading.comments[index]!.rules.includes(rule))
  if (reading.openRanges.some(isOpen)) return
  if (reading.comments.filter(({ isRange }) => isRange).length >= MOST_RANGES) {
    const message = `Only the first ${MOST_RANGES} \`secretlint-disable\` of a file are read.`
    complain(reading, mention, 'too-many-suppressions', message)
    return
  }
  reading.openRanges.push(reading.comments.length)
  add(reading, mention, { ...guard, firstLine: mention.line, lastLine: Number.POSITIVE_INFINITY, isRange: true })
}

/** Ends the open ranges before this line: all of them, or those that are about one of the rules. */
function closeRanges(reading: Reading, line: number, rules: readonly string[]): void {
  reading.openRanges = reading.openRanges.filter((index) => {
    const comment = reading.comments[index]!
    if (rules.length > 0 && !comment.rules.some((rule) => rules.includes(rule))) return true
    reading.comments[index] = { ...comment, lastLine: Math.max(comment.line, line - 1) }
    return false
  })
}

function add(reading: Reading, { line }: Mention, guard: Guard): void {
  const reason = oneLine(guard.reason.replace(/^[\s:;,.—–-]+/, ''))
  const identity = [guard.mechanism, [...guard.rules].sort().join(' '), reason.replace(/\s+/g, ' ')].join('\0')
  reading.comments.push({ isRange: false, ...guard, reason, line, identity })
}

function complain(reading: Reading, { index }: Mention, id: string, message: string): void {
  const location = { uri: reading.source.uri, region: regionOf(reading.starts, index, index) }
  reading.notifications.push({ level: 'warning', id, message, location })
}
