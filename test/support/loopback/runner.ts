import type { RunnerOutput } from '../../../src/io/aws/exported.ts'

/** Stands in for @actions/core and keeps what it was told, in order. */
export interface RunnerRecorder extends RunnerOutput {
  readonly events: {
    readonly kind: 'mask' | 'info' | 'output' | 'export' | 'state'
    readonly name: string
    readonly value: string
  }[]
  readonly outputs: Record<string, string>
  readonly exported: Record<string, string>
  /** What a person would see in the log. */
  readonly log: () => string
  readonly masked: () => string[]
}

export function recordRunner(): RunnerRecorder {
  const events: RunnerRecorder['events'] = []
  const outputs: Record<string, string> = {}
  const exported: Record<string, string> = {}
  return {
    events,
    outputs,
    exported,
    log: () =>
      events
        .filter(({ kind }) => kind === 'info')
        .map(({ value }) => value)
        .join('\n'),
    masked: () => events.filter(({ kind }) => kind === 'mask').map(({ value }) => value),
    setSecret: (value) => void events.push({ kind: 'mask', name: '', value }),
    info: (value) => void events.push({ kind: 'info', name: '', value }),
    setOutput: (name, value) => {
      outputs[name] = String(value)
      events.push({ kind: 'output', name, value: String(value) })
    },
    exportVariable: (name, value) => {
      exported[name] = String(value)
      events.push({ kind: 'export', name, value: String(value) })
    },
    saveState: (name, value) => void events.push({ kind: 'state', name, value: String(value) }),
  }
}
