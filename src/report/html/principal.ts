import type { PermissionChange, Report } from '../../core/finding.ts'
import { htmlMessage, htmlText } from '../escape.ts'
import { linkTo, placeText } from '../place.ts'
import { actionsText, number, plural } from '../select.ts'

/** Who may do more than before: a card each, what was and what is beside each other. */
export function principalCards(report: Report, changes: readonly PermissionChange[], most: number): string {
  const shown = changes.slice(0, most)
  const largest = Math.max(1, ...shown.map(({ actionsBefore, actionsAfter }) => Math.max(actionsBefore, actionsAfter)))
  const left = changes.length - shown.length
  return [
    ...shown.map((change) => card(report, change, largest)),
    ...(left > 0 ? [`<p>and ${plural(left, 'more principal')}</p>`] : []),
  ].join('\n')
}

function card(report: Report, change: PermissionChange, largest: number): string {
  const { holder, location, actionsBefore, actionsAfter, addedByLevel, details } = change
  const link = location && linkTo(report, location)
  const place = location ? htmlText(placeText(location)) : ''
  const where = link ? `<a href="${htmlText(link)}">${place}</a>` : place
  const levels = Object.entries(addedByLevel).filter(([, count]) => count > 0)
  return `<article class="principal">
<h3>${htmlText(holder)}</h3>
<p class="meta">${[where, htmlText(actionsText(change, '→'))].filter(Boolean).join(' · ')}</p>
${actionsBefore === actionsAfter ? '' : `<dl class="measure">${bar('Before', actionsBefore, largest)}${bar('After', actionsAfter, largest)}</dl>\n`}${levels.length > 0 ? `<p>New: ${levels.map(([level, count]) => `<span class="level">${number(count)} ${htmlText(level)}</span>`).join(' ')}</p>\n` : ''}<ul>${details.map((detail) => `<li>${htmlMessage(detail)}</li>`).join('')}</ul>
</article>`
}

/** A meter of the actions that somebody may use; how long it is says how that compares with the others. */
function bar(name: string, count: number, largest: number): string {
  const width = count === 0 ? 0 : Math.max(1, Math.round((count / largest) * 100))
  return `<div><dt>${name}</dt><dd><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="100" height="4" class="all"></rect><rect width="${width}" height="4" class="${name.toLowerCase()}"></rect></svg> ${plural(count, 'action')}</dd></div>`
}
