import { runJob } from './engine.ts'
import { rulesWorthRunning } from './gate.ts'
import type { Report } from './protocol.ts'

/** What the engine found in a text, and what kept it from looking at all of it. */
export interface Scan {
  readonly reports: readonly Report[]
  readonly cuts: readonly Cut[]
}

export interface Cut {
  readonly reason: 'broken' | 'too-many'
  readonly rules: readonly string[]
  readonly start: number
  readonly end: number
}

export interface Limits {
  /**
   * Characters that the engine is given at once. Its expressions and its filter for duplicates are quadratic at worst in what one
   * piece holds, which for so few is some hundredths of a second.
   */
  readonly piece: number
  /** Reports of one text; the rest is not looked at. */
  readonly reports: number
}

export const LIMITS: Limits = { piece: 8_192, reports: 5_000 }

/** Pieces overlap by more than any secret is long, so that each stands whole in one of them. */
const OVERLAP = 2_048

/** All reports of the preset's rules on a text, piece by piece, and only where a gate lets a rule through. */
export async function scanText(text: string, uri: string, limits: Limits = LIMITS): Promise<Scan> {
  const reports = new Map<string, Report>()
  const cuts: Cut[] = []
  for (let start = 0; start < text.length; start += limits.piece) {
    const from = Math.max(0, start - OVERLAP)
    const end = Math.min(text.length, start + limits.piece)
    const piece = text.slice(from, end)
    const rules = [...rulesWorthRunning(piece)]
    if (rules.length === 0) continue
    if (reports.size >= limits.reports) {
      cuts.push({ reason: 'too-many', rules, start, end: text.length })
      break
    }
    const answer = await runJob({ text: piece, uri, rules })
    if (!answer) {
      cuts.push({ reason: 'broken', rules, start, end })
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
