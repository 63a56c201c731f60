import type { Report } from '../core/finding.ts'
import { type AnnotationOptions, annotationsText } from './annotations.ts'
import { renderGitlab } from './gitlab.ts'
import { type HtmlOptions, renderHtml } from './html/html.ts'
import { jsonReport } from './json.ts'
import { renderJunit } from './junit.ts'
import { type SarifOptions, sarifLog } from './sarif/sarif.ts'
import { renderSummary, type SummaryOptions } from './summary.ts'
import { renderTerminal, type TerminalOptions } from './terminal/terminal.ts'

/** Each format takes its own part; the others are of no concern to it. */
export interface RenderOptions {
  readonly terminal?: TerminalOptions
  readonly sarif?: SarifOptions
  readonly markdown?: SummaryOptions
  readonly html?: HtmlOptions
  readonly github?: AnnotationOptions
}

/** The text whole, or in parts where it may be long. */
type Renderer = (report: Report, options: RenderOptions) => string | Iterable<string>

/** Every format there is. */
const RENDERERS = {
  terminal: (report, { terminal }) => renderTerminal(report, terminal),
  json: jsonReport,
  sarif: (report, { sarif }) => sarifLog(report, sarif),
  github: (report, { github }) => annotationsText(report, github),
  markdown: (report, { markdown }) => renderSummary(report, markdown),
  html: (report, { html }) => renderHtml(report, html),
  gitlab: renderGitlab,
  junit: renderJunit,
} satisfies Record<string, Renderer>

export type Format = keyof typeof RENDERERS
export const FORMATS = Object.keys(RENDERERS) as readonly Format[]

/** A report as text, ending in a line break; empty only for `github` when there is nothing to annotate. */
export function render(report: Report, format: Format, options: RenderOptions = {}): string {
  return [...renderParts(report, format, options)].join('')
}

/** The same in parts, so that a report of tens of thousands of findings is never whole in memory. */
export function renderParts(report: Report, format: Format, options: RenderOptions = {}): Iterable<string> {
  const renderer: Renderer = RENDERERS[format]
  const text = renderer(report, options)
  return typeof text === 'string' ? [text] : text
}

export type { HtmlOptions, SarifOptions, SummaryOptions, TerminalOptions }
