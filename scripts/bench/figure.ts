/** One line of the table. */
export interface Figure {
  readonly what: string
  readonly unit: string
  /** The target, on one side or the other; absent for what is told only. */
  readonly atLeast?: number
  readonly atMost?: number
  /** Absent: it could not be measured, and the note says why. */
  readonly measured?: number
  readonly note?: string
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Figure, target, measured, ok or over; one below the other. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    targetOf(figure),
    measuredOf(figure),
    verdictOf(figure),
    figure.note ?? '',
  ])
  const all = [['figure', 'target', 'measured', '', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)))
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function targetOf({ atLeast, atMost, unit }: Figure): string {
  if (atLeast !== undefined) return `>= ${atLeast} ${unit}`
  return atMost === undefined ? '' : `<= ${atMost} ${unit}`
}

function measuredOf({ measured, unit }: Figure): string {
  return measured === undefined ? 'not measured' : `${shown(measured)} ${unit}`
}

function verdictOf({ measured, atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Figure): string {
  if (measured === undefined || (atLeast === 0 && atMost === Number.POSITIVE_INFINITY)) return ''
  return measured >= atLeast && measured <= atMost ? 'ok' : 'OVER'
}

function shown(number: number): string {
  return number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2)
}
