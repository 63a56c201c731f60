import { visible } from './escape.ts'
import { number, plural } from './select.ts'
import { clipToWidth, displayWidth } from './width.ts'

export interface ProgressState {
  /** What is being done: `reading commits`, `scanning`. */
  readonly phase: string
  readonly done: number
  /** Absent when it is not known how much there is. */
  readonly total?: number
  /** What is counted: `file`, `commit`. */
  readonly unit?: string
  readonly findings?: number
}

const BAR = 24

/**
 * One line for a terminal of `width` cells, without colours and never longer than the line, so that it can be drawn
 * over itself: `scanning  ████████░░░░  120 of 480 files  3 findings`.
 */
export function progressLine(state: ProgressState, width: number, unicode = true): string {
  const { phase, done, total, unit = 'file', findings } = state
  const counted =
    total === undefined ? plural(done, unit) : `${number(Math.min(done, total))} of ${plural(total, unit)}`
  const found = findings ? `  ${plural(findings, 'finding')}` : ''
  const words = `${visible(phase)}  ${counted}${found}`
  const bar = total ? `${barOf(Math.min(1, done / total), unicode)}  ` : ''
  const whole = `${visible(phase)}  ${bar}${counted}${found}`
  const line = displayWidth(whole) < width ? whole : words
  return clipToWidth(line, width - 1)
}

function barOf(share: number, unicode: boolean): string {
  const full = Math.floor(share * BAR)
  return (unicode ? '█' : '#').repeat(full) + (unicode ? '░' : '.').repeat(BAR - full)
}
