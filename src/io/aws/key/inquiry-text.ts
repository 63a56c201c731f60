import type { Abilities } from '../../../iam/abilities.ts'
import { listed, number } from '../../../iam/messages.ts'
import { isPlain } from '../triage-text.ts'
import type { KeyInquiry } from './inquire.ts'

/** Services, ways and events that are named; the rest is counted. */
const MOST = 8
const MOST_WAYS = 5

/** What `keylatch triage` prints of a key of one's own: what it can do, what it did, what else there is. */
export function inquiryLines(inquiry: KeyInquiry, now: Date): string[] {
  const { holder, abilities, active, otherKeys, quarantine, used, events } = inquiry
  return [
    ...(active === false ? ['The key is inactive already.'] : []),
    ...(quarantine.length > 0 ? [`AWS has found it, too: ${listed(quarantine)} is attached to the user.`] : []),
    ...(holder && abilities
      ? ['', `What ${holder.kind} ${shown(holder.name)} can do:`, ...abilityLines(abilities)]
      : []),
    ...(otherKeys.length > 0
      ? [
          '',
          'Other keys of the user:',
          ...otherKeys.map(
            ({ suffix, active: on, created }) => `  …${suffix}, ${on ? 'active' : 'inactive'}, made ${created}`,
          ),
        ]
      : []),
    ...(used && used.length > 0
      ? ['', `Services that the ${holder?.kind ?? 'holder'} used, the last one first:`, ...usedLines(used, now)]
      : []),
    ...(events ? ['', ...eventLines(events)] : []),
    ...missingLines(inquiry),
  ]
}

function abilityLines({ administrator, ways, services, reads, from, incomplete }: Abilities): string[] {
  if (services.length === 0 && !incomplete) return ['  Nothing: no policy grants it anything.']
  const shownServices = services.slice(0, MOST).map(({ service, levels }) => {
    const counts = Object.entries(levels).map(([level, count]) => `${number(count)} ${level}`)
    return `  ${service}: ${counts.join(', ')}`
  })
  return [
    ...(administrator ? [`  It is ${administrator === 'full' ? 'an administrator' : 'nearly an administrator'}.`] : []),
    ...(administrator === 'full' ? [] : shownServices),
    ...(administrator !== 'full' && services.length > MOST ? [`  and ${services.length - MOST} more services`] : []),
    ...ways.slice(0, MOST_WAYS).map((steps) => `  Way to more: ${steps.join(' → ')}`),
    ...(ways.length > MOST_WAYS ? [`  and ${ways.length - MOST_WAYS} more ways`] : []),
    ...(reads.length > 0 ? [`  It reads data of the whole account: ${listed(reads, MOST)}.`] : []),
    `  ${FROM[from]}`,
    ...(incomplete ? ['  Something that is attached to it is not known whole: it may do more.'] : []),
  ]
}

const FROM: Readonly<Record<Abilities['from'], string>> = {
  anywhere: 'It works from anywhere: no condition on addresses or networks binds it.',
  somewhere: 'Some of it works from known networks only, the rest from anywhere.',
  'known networks': 'It works from known networks only (conditions on addresses or VPCs).',
}

function usedLines(used: NonNullable<KeyInquiry['used']>, now: Date): string[] {
  const lines = used.slice(0, MOST).map(({ service, date }) => {
    const days = Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / 86_400_000))
    return `  ${shown(service)}: ${date.slice(0, 10)} (${days === 0 ? 'today' : `${days} days ago`})`
  })
  return used.length > MOST ? [...lines, `  and ${used.length - MOST} more`] : lines
}

function eventLines({ events, more, names, regions, addresses }: NonNullable<KeyInquiry['events']>): string[] {
  if (events === 0)
    return ['CloudTrail shows nothing done with it in the last 90 days, in the regions that were asked.']
  const counted = names.slice(0, MOST).map(([name, count]) => `${name} (${count})`)
  return [
    `CloudTrail shows ${more ? 'more than ' : ''}${events} ${events === 1 ? 'event' : 'events'} with it in the last 90 days:`,
    `  ${listed(counted, MOST, names.length)}`,
    `  in ${listed(regions, MOST)}`,
    `  from ${listed(addresses, MOST)}`,
  ]
}

function missingLines({ missing }: KeyInquiry): string[] {
  const denied = missing.filter(({ why }) => why === 'AccessDenied').map(({ call }) => call)
  const others = missing.filter(({ why }) => why !== 'AccessDenied').map(({ call, why }) => `${call} (${why})`)
  return [
    ...(denied.length > 0 ? ['', `Not permitted, so not known: ${listed(denied, 20)} (docs/account.md).`] : []),
    ...(others.length > 0 ? ['', `AWS did not answer ${listed(others, 20)}.`] : []),
  ]
}

const shown = (text: string): string => (isPlain(text) ? text : '(an odd name)')

/** One sentence for a finding; undefined when nothing is known. */
export function inquirySentence({ abilities, quarantine, events, active }: KeyInquiry): string | undefined {
  const parts = [
    ...(active === false ? ['it is inactive already'] : []),
    ...(quarantine.length > 0 ? [`AWS has quarantined it (${listed(quarantine)})`] : []),
    ...(abilities ? [whatItCan(abilities)] : []),
    ...(events && events.events > 0
      ? [`CloudTrail shows ${events.more ? 'more than ' : ''}${events.events} events with it`]
      : []),
  ]
  if (parts.length === 0) return undefined
  const text = parts.join('; ')
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

function whatItCan({ administrator, ways, services, reads, from }: Abilities): string {
  const where = from === 'anywhere' ? ', from anywhere' : from === 'known networks' ? ', from known networks only' : ''
  if (administrator === 'full') return `it is an administrator${where}`
  if (ways.length > 0) return `it can become an administrator${where}`
  if (services.length === 0) return 'no policy grants it anything'
  const names = services.map(({ service }) => service)
  const read = reads.length > 0 ? `, and reads data of the whole account (${listed(reads, 3)})` : ''
  return `it can use ${listed(names, 5)}${read}${where}`
}

/** How heavy what it can do makes a leak: the ways to everything, and nothing at all. */
export function weightOf({ abilities, active }: KeyInquiry): 'grave' | 'none' | undefined {
  if (active === false) return 'none'
  if (!abilities) return undefined
  if (abilities.administrator || abilities.ways.length > 0) return 'grave'
  return abilities.services.length === 0 && !abilities.incomplete ? 'none' : undefined
}
