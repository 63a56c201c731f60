import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a step left behind, as the runner would see it. */
export interface StepResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** Contents of GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE by name. */
  readonly outputs: Record<string, string>
  readonly env: Record<string, string>
  readonly state: Record<string, string>
  readonly summary: string
}

export interface StepOptions {
  readonly inputs?: Record<string, string>
  readonly env?: Record<string, string>
  /** The event payload, written to GITHUB_EVENT_PATH. */
  readonly event?: unknown
  readonly cwd?: string
  /** From an earlier step of the same action, for its post step. */
  readonly state?: Record<string, string>
  readonly node?: string
}

/**
 * Starts a JavaScript action as the runner does: inputs as INPUT_*, files to write to, nothing of this process's
 * environment but PATH and the home of a fresh folder.
 */
export async function runStep(entry: string, options: StepOptions = {}): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'keylatch-step-'))
  const file = (name: string, text = '') => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  try {
    const files = { output: file('output'), env: file('env'), state: file('state'), summary: file('summary') }
    const { status, stdout, stderr } = await start(options.node ?? process.execPath, entry, options.cwd ?? folder, {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      USERPROFILE: folder,
      ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_RUN_ID: '42',
      GITHUB_OUTPUT: files.output,
      GITHUB_ENV: files.env,
      GITHUB_STATE: files.state,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(options.event ?? {})),
      RUNNER_TEMP: folder,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...prefixed('INPUT_', options.inputs, (name) => name.replace(/ /g, '_').toUpperCase()),
      ...prefixed('STATE_', options.state, (name) => name),
      ...options.env,
    })
    const read = (path: string) => readFileSync(path, 'utf8')
    return {
      status,
      stdout,
      stderr,
      outputs: commandFile(read(files.output)),
      env: commandFile(read(files.env)),
      state: commandFile(read(files.state)),
      summary: read(files.summary),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The log without the runner's own commands that hide values; what a person could read. */
export function visibleLog({ stdout, stderr }: Pick<StepResult, 'stdout' | 'stderr'>): string {
  return `${stdout.replace(/^::add-mask::.*$/gm, '')}\n${stderr}`
}

function start(
  node: string,
  entry: string,
  cwd: string,
  env: Record<string, string>,
): Promise<Pick<StepResult, 'status' | 'stdout' | 'stderr'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [entry], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout, stderr }))
  })
}

/** `name<<delimiter`, lines, `delimiter`, as @actions/core writes them. */
function commandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [, name, , value] of text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\r?\n([\s\S]*?)\r?\n\2$/gm)) {
    values[name!] = value!
  }
  return values
}

function prefixed(prefix: string, values: Record<string, string> = {}, rename: (name: string) => string) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + rename(name), value]))
}
