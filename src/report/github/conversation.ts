import type { Report } from '../../core/finding.ts'
import { clip, LONGEST_MESSAGE, markdownCode, markdownMessage, markdownText, neutraliseCommands } from '../escape.ts'
import { linkTo, placeInHistory } from '../place.ts'
import { groupsOf, openFirst, plural, SEVERITY_MARK, VERDICT_MARK, VERDICT_WORD } from '../select.ts'
import { changesList } from '../summary.ts'
import { conversationMark } from './marks.ts'
import { numbersLine } from './numbers-line.ts'

/** Findings named in the comment; the summary has all. */
const MOST_FINDINGS = 10
/** GitHub's limit is 65,536 characters; this is for the eye. */
const LONGEST_LIST = 8_000

export interface ConversationOptions {
  readonly key: string
  /** The run, whose page has the summary. */
  readonly runUrl?: string
}

/**
 * The one comment in the conversation: the verdict, one line of numbers, what to do next. Undefined when there is nothing
 * to say, which only a comment that is there already is told.
 */
export function conversationBody(report: Report, options: ConversationOptions): { body: string; isQuiet: boolean } {
  const { fresh } = groupsOf(report)
  const changes = changesList(openFirst(report), LONGEST_LIST)
  const isQuiet = report.verdict === 'pass' && fresh.length === 0 && changes === ''
  const parts = [
    `### ${VERDICT_MARK[report.verdict]} Keylatch: ${VERDICT_WORD[report.verdict]}`,
    isQuiet ? 'Nothing new: no secret, and nothing newly permitted.' : markdownText(numbersLine(report)),
    report.verdict === 'pass' ? '' : markdownMessage(clip(report.reason, LONGEST_MESSAGE)),
    changes === '' ? '' : `**What this change newly permits**\n\n${changes}`,
    findingsList(report),
    nextStep(report),
    footer(report, options),
  ]
  const text = neutraliseCommands(parts.filter((part) => part !== '').join('\n\n'))
  return { body: `${conversationMark(options.key)}\n${text}\n`, isQuiet }
}

function findingsList(report: Report): string {
  const { fresh } = groupsOf(report)
  const rows = fresh.slice(0, MOST_FINDINGS).map((finding) => {
    const link = linkTo(report, finding.location)
    const place = markdownCode(placeInHistory(finding.location))
    const where = link ? `[${place}](${link})` : place
    return `- ${SEVERITY_MARK[finding.severity]} ${where} ${markdownMessage(clip(finding.message, 300))}`
  })
  if (rows.length === 0) return ''
  const left = fresh.length - rows.length
  // Under a title of its own, or Markdown takes it for more of the list above.
  return ['**What was found**\n', ...rows, ...(left > 0 ? [`- and ${plural(left, 'more finding')}`] : [])].join('\n')
}

function nextStep(report: Report): string {
  if (report.verdict === 'broken')
    return '**Next:** mend what is named above and run it again; nothing that was not read counts as clean.'
  const { fresh } = groupsOf(report)
  const blocking = fresh.filter((finding) => finding.blocking)
  if (blocking.some(({ secret }) => secret)) {
    return '**Next:** revoke the leaked credentials and issue new ones; then take them out of the commits. Deleting the line is not enough.'
  }
  if (blocking.length > 0)
    return `**Next:** fix ${blocking.length === 1 ? 'it' : 'them'} on the lines above, or allow what is meant so in \`.keylatch.yml\` with a reason.`
  return ''
}

function footer({ tool, repository }: Report, { runUrl }: ConversationOptions): string {
  const name = `[Keylatch](${tool.informationUri})`
  const commit = repository ? ` · ${markdownCode(repository.commit.slice(0, 7))}` : ''
  return `<sub>${name}${commit}${runUrl ? ` · [the whole report](${runUrl})` : ''}</sub>`
}
