import type { Notification } from '../core/finding.ts'

/** So many are named; the rest are counted. */
const MOST_NAMED = 3

/** Takes together what rules about habits could not judge: a module has dozens of variables, and nobody reads dozens of notes. */
export function undecidedTogether(notifications: readonly Notification[]): Notification[] {
  const open = notifications.filter(({ undecided }) => undecided !== undefined)
  if (open.length === 0) return [...notifications]
  const byPlace = new Map(open.map((one) => [`${one.location?.uri} ${one.undecided!.what}`, one]))
  const named = [...byPlace.values()]
    .slice(0, MOST_NAMED)
    .map(({ location, undecided }) => `${undecided!.what} in ${location?.uri}`)
  const more = byPlace.size - named.length
  const files = new Set(open.map(({ location }) => location?.uri)).size
  const is = byPlace.size === 1 ? '1 setting is' : `${byPlace.size} settings are`
  const together: Notification = {
    level: 'note',
    id: 'undecided-habit',
    message: `${is} not known from the code, so habits are not judged by ${byPlace.size === 1 ? 'it' : 'them'}: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    ...(files > 1 && { files }),
    undecidedRules: [...new Set(open.map(({ undecided }) => undecided!.rule))].sort(),
  }
  return [...notifications.filter(({ undecided }) => undecided === undefined), together]
}
