import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrozenFinding, FrozenScan } from './frozen.ts'
import type { Target } from './targets.ts'

/** What is scanned longer hangs. */
const LONGEST_MS = 15 * 60_000

/** Scans one target with a build, in a process of its own. A scan that could not be done is a result like any other. */
export async function freeze(cli: string, { name, folder, range }: Target): Promise<FrozenScan> {
  const temp = mkdtempSync(join(tmpdir(), 'keylatch-freeze-'))
  const output = join(temp, 'report.json')
  const scope = range ? ['--base', range.base, '--head', range.head] : ['.']
  const started = performance.now()
  try {
    const { exitCode, stderr } = await run(cli, ['scan', ...scope, '--format', 'json', '--output', output], folder)
    const milliseconds = Math.round(performance.now() - started)
    return { target: name, exitCode, ...outcomeOf(output, stderr), milliseconds }
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

function run(cli: string, words: string[], cwd: string): Promise<{ exitCode: number; stderr: string }> {
  return new Promise((done) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const stdio = ['ignore', 'ignore', 'pipe'] as const
    const child = spawn(process.execPath, [cli, ...words], { cwd, env, stdio: [...stdio], timeout: LONGEST_MS })
    let stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.on('error', ({ message }) => done({ exitCode: -1, stderr: message }))
    child.on('close', (code, signal) => done({ exitCode: code ?? -1, stderr: signal ? `ended by ${signal}` : stderr }))
  })
}

type Outcome = Omit<FrozenScan, 'target' | 'exitCode' | 'milliseconds'>

function outcomeOf(output: string, stderr: string): Outcome {
  const report = readReport(output)
  if (!report) {
    const none = { findings: [], notifications: [], permissionChanges: [], policyChanges: [] }
    return { error: stderr.trim() || 'no report and not a word', verdict: '', reason: '', ...none }
  }
  const { verdict, reason, findings, notifications, permissionChanges, policyChanges } = report
  const kept = findings.map((finding): FrozenFinding => {
    // The lines around are in the repository, and the level follows from the severity.
    const { snippet: _, level: __, ...rest } = finding
    return rest as FrozenFinding
  })
  return { error: '', verdict, reason, findings: kept, notifications, permissionChanges, policyChanges }
}

function readReport(file: string): Outcome | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Outcome
  } catch {
    return undefined
  }
}
