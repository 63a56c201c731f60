import type { Report } from '../core/finding.ts'
import { renderAnnotations } from './annotations.ts'
import { type HtmlOptions, renderHtml } from './html/html.ts'
import { renderJson } from './json.ts'
import { renderSarif, type SarifOptions } from './sarif/sarif.ts'
import { renderSummary, type SummaryOptions } from './summary.ts'
import { renderTerminal, type TerminalOptions } from './terminal/terminal.ts'

export const FORMATS = ['terminal', 'json', 'sarif', 'github', 'markdown', 'html'] as const
export type Format = (typeof FORMATS)[number]

/** Each format takes its own part; the others are of no concern to it. */
export interface RenderOptions {
  readonly terminal?: TerminalOptions
  readonly sarif?: SarifOptions
  readonly markdown?: SummaryOptions
  readonly html?: HtmlOptions
}

/** A report as text, ending in a line break; empty only for `github` when there is nothing to annotate. */
export function render(report: Report, format: Format, options: RenderOptions = {}): string {
  switch (format) {
    case 'terminal':
      return renderTerminal(report, options.terminal)
    case 'json':
      return renderJson(report)
    case 'sarif':
      return renderSarif(report, options.sarif)
    case 'github':
      return renderAnnotations(report)
        .map((line) => `${line}\n`)
        .join('')
    case 'markdown':
      return renderSummary(report, options.markdown)
    case 'html':
      return renderHtml(report, options.html)
  }
}

export type { HtmlOptions, SarifOptions, SummaryOptions, TerminalOptions }
