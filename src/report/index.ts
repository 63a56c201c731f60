import type { Report } from '../core/finding.ts'
import { type AnnotationOptions, renderAnnotations } from './annotations.ts'
import { renderGitlab } from './gitlab.ts'
import { type HtmlOptions, renderHtml } from './html/html.ts'
import { jsonReport } from './json.ts'
import { renderJunit } from './junit.ts'
import { type SarifOptions, sarifLog } from './sarif/sarif.ts'
import { renderSummary, type SummaryOptions } from './summary.ts'
import { renderTerminal, type TerminalOptions } from './terminal/terminal.ts'

export const FORMATS = ['terminal', 'json', 'sarif', 'github', 'markdown', 'html', 'gitlab', 'junit'] as const
export type Format = (typeof FORMATS)[number]

/** Each format takes its own part; the others are of no concern to it. */
export interface RenderOptions {
  readonly terminal?: TerminalOptions
  readonly sarif?: SarifOptions
  readonly markdown?: SummaryOptions
  readonly html?: HtmlOptions
  readonly github?: AnnotationOptions
}

/** A report as text, ending in a line break; empty only for `github` when there is nothing to annotate. */
export function render(report: Report, format: Format, options: RenderOptions = {}): string {
  return [...renderParts(report, format, options)].join('')
}

/** The same in parts, so that a report of tens of thousands of findings is never whole in memory. */
export function renderParts(report: Report, format: Format, options: RenderOptions = {}): Iterable<string> {
  if (format === 'json') return jsonReport(report)
  if (format === 'sarif') return sarifLog(report, options.sarif)
  return [wholeText(report, format, options)]
}

function wholeText(report: Report, format: Exclude<Format, 'json' | 'sarif'>, options: RenderOptions): string {
  switch (format) {
    case 'terminal':
      return renderTerminal(report, options.terminal)
    case 'github':
      return renderAnnotations(report, options.github)
        .map((line) => `${line}\n`)
        .join('')
    case 'markdown':
      return renderSummary(report, options.markdown)
    case 'html':
      return renderHtml(report, options.html)
    case 'gitlab':
      return renderGitlab(report)
    case 'junit':
      return renderJunit(report)
  }
}

export type { HtmlOptions, SarifOptions, SummaryOptions, TerminalOptions }
