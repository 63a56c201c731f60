import { resolve } from 'node:path'
import type { Report } from '../core/finding.ts'
import type { Told } from '../io/github/channels.ts'
import { takePath, writeBesideScanned } from '../io/text-file.ts'
import { render, renderParts } from '../report/index.ts'
import type { Event } from './event.ts'
import type { Inputs } from './inputs.ts'

/** The part of @actions/core that telling needs. */
export interface Runner {
  setOutput(name: string, value: unknown): void
  /** Appends to the job summary. */
  writeSummary(markdown: string): Promise<void>
  /** Standard output, as it is. */
  print(text: string): void
}

/** Tells the report on every channel of the runner that was asked for, then sets the outputs. */
export async function publish(
  report: Report,
  { annotated }: Told,
  inputs: Inputs,
  event: Event,
  runner: Runner,
): Promise<void> {
  // Said once: on the check run where every line has its annotation, else by the log.
  const findings = inputs.annotations === 'on' || !annotated
  if (inputs.annotations !== 'off') runner.print(render(report, 'github', { github: { findings } }))
  runner.print(render(report, 'terminal', { terminal: { colour: true, width: 120 } }))
  if (inputs.summary) await runner.writeSummary(render(report, 'markdown'))
  const { workspace, temp } = event
  const reportFile = takePath(temp, 'keylatch-report', '.json')
  writeBesideScanned(workspace, reportFile, renderParts(report, 'json'))
  if (inputs.sarifFile) {
    const sarif = renderParts(report, 'sarif', { sarif: { suppressed: false } })
    writeBesideScanned(workspace, resolve(workspace, inputs.sarifFile), sarif)
  }
  if (inputs.htmlFile) writeBesideScanned(workspace, resolve(workspace, inputs.htmlFile), render(report, 'html'))
  const open = report.findings.filter(({ suppression }) => !suppression)
  runner.setOutput('verdict', report.verdict)
  runner.setOutput('findings', open.length)
  runner.setOutput('new-findings', open.filter(({ state }) => state === 'new').length)
  runner.setOutput('blocking-findings', open.filter(({ blocking }) => blocking).length)
  runner.setOutput('report-file', reportFile)
  if (inputs.sarifFile) runner.setOutput('sarif-file', inputs.sarifFile)
  if (inputs.htmlFile) runner.setOutput('html-file', inputs.htmlFile)
}
