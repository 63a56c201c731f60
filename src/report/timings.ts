import type { Spent, Timings } from '../core/timings.ts'
import { visible } from './escape.ts'

/** Rules that are told; the others together take less than the last of them. */
const RULES = 15

/** Where the time went, as plain lines for a terminal or a log. */
export function timingsText({ phases, frontEnds, rules, files }: Timings): string {
  return [
    ...section('Phases', phases),
    ...section('Front ends', frontEnds),
    ...section('Rules', rules.slice(0, RULES)),
    ...section('Slowest files and modules', files),
    '',
  ].join('\n')
}

function section(title: string, list: readonly Spent[]): string[] {
  if (list.length === 0) return []
  return [
    title,
    ...list.map(({ name, milliseconds, times }) => {
      const count = times > 1 ? `  ${times} times` : ''
      return `${milliseconds.toFixed(1).padStart(10)} ms  ${visible(name)}${count}`
    }),
  ]
}
