import type { Notification } from '../core/finding.ts'
import type { ResourceNode } from '../core/node.ts'
import { unknownsIn } from '../core/value.ts'
import type { Found } from '../extract/arguments.ts'

/**
 * That a habit could not be judged, since a value is not known from the code: neither right nor wrong, and not passed over.
 * A report takes all of them together.
 */
export function undecided(rule: string, { anchor }: ResourceNode, name: string, { value, span }: Found): Notification {
  const reference = unknownsIn(value)[0]?.reference
  const what = `\`${anchor}\` ${name.replaceAll('[]', '')}${reference === undefined ? '' : ` (\`${reference}\`)`}`
  return {
    level: 'note',
    id: 'undecided-habit',
    message: `${span.uri}: ${what} is not known, so ${rule} does not judge it`,
    location: { uri: span.uri },
    undecided: { rule, what },
  }
}
