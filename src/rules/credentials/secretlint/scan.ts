import { type Failure, runJob } from './engine.ts'
import { rulesWorthRunning } from './gate.ts'
import type { Report } from './protocol.ts'

/** What the engine found in a text, and what kept it from looking at all of it. */
export interface Scan {
  readonly reports: readonly Report[]
  readonly cuts: readonly Cut[]
}

export interface Cut {
  readonly reason: Failure | 'too-many'
  readonly rules: readonly string[]
  readonly start: number
  readonly end: number
}

export interface Limits {
  /** Characters that the engine is given at once: its filter for duplicates is quadratic in what one piece holds. */
  readonly piece: number
  /** Milliseconds for one piece; 10 are usual. */
  readonly deadline: number
  /** Reports of one text; the rest is not looked at. */
  readonly reports: number
  /** Pieces of one text that may run into the deadline before the rest is given up. */
  readonly failures: number
}

export const LIMITS: Limits = { piece: 65_536, deadline: 4_000, reports: 10_000, failures: 2 }

/** Pieces overlap by more than any secret is long, so that each stands whole in one of them. */
const OVERLAP = 4_096

/** All reports of the preset's rules on a text, piece by piece, and only where a gate lets a rule through. */
export async function scanText(text: string, uri: string, limits: Limits = LIMITS): Promise<Scan> {
  const reports = new Map<string, Report>()
  const cuts: Cut[] = []
  let failures = 0
  for (let start = 0; start < text.length; start += limits.piece) {
    const from = Math.max(0, start - OVERLAP)
    const end = Math.min(text.length, start + limits.piece)
    const piece = text.slice(from, end)
    const rules = [...rulesWorthRunning(piece)]
    if (rules.length === 0) continue
    if (reports.size >= limits.reports || failures >= limits.failures) {
      cuts.push({ reason: failures >= limits.failures ? 'deadline' : 'too-many', rules, start, end: text.length })
      break
    }
    const answer = await runJob({ text: piece, uri, rules }, limits.deadline)
    if (typeof answer === 'string') {
      failures++
      cuts.push({ reason: answer, rules, start, end })
      continue
    }
    for (const report of answer) {
      if (!isWhole(report, from, end, text.length)) continue
      const placed = { ...report, start: report.start + from, end: report.end + from }
      reports.set(`${placed.rule}:${placed.start}:${placed.end}`, placed)
    }
  }
  return { reports: [...reports.values()].sort((a, b) => a.start - b.start), cuts }
}

/** What touches the edge of its piece may be the rest of something longer; the next piece, or the last, shows it whole. */
function isWhole(report: Report, from: number, end: number, length: number): boolean {
  return (from === 0 || report.start > 0) && (end === length || report.end + from < end)
}
