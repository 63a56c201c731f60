import { type ProgressState, progressLine } from '../report/progress.ts'

/** What a command sees of the process it runs in. */
export interface Console {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly colour: boolean
  /** The same for standard error. */
  readonly errorColour: boolean
  /** False for consoles whose font lacks the lines. */
  readonly unicode: boolean
  /** Characters. */
  readonly width: number
  /** A person is watching standard error. */
  readonly live: boolean
  print(text: string): void
  error(text: string): void
  readInput(): Promise<Uint8Array>
  /** What a person answers; undefined where nobody is there to. */
  ask?(question: string): Promise<string | undefined>
}

/** https://no-color.org and https://force-color.org */
export function processConsole(): Console {
  const { stdout, stderr, env } = process
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== ''
  const coloured = (stream: NodeJS.WriteStream) =>
    !env.NO_COLOR && (forced || (stream.isTTY === true && env.TERM !== 'dumb'))
  return {
    cwd: process.cwd(),
    env,
    colour: coloured(stdout),
    errorColour: coloured(stderr),
    unicode: process.platform !== 'win32' || Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.CI),
    width: stdout.columns ?? 100,
    live: stderr.isTTY === true && env.TERM !== 'dumb' && !env.CI,
    print: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    readInput: async () => {
      const parts: Buffer[] = []
      for await (const part of process.stdin) parts.push(part as Buffer)
      return Buffer.concat(parts)
    },
    ask: async (question) => {
      if (!process.stdin.isTTY) return undefined
      const { createInterface } = await import('node:readline/promises')
      const lines = createInterface({ input: process.stdin, output: stderr })
      return await lines.question(question).finally(() => lines.close())
    },
  }
}

/** Work that is done sooner than this shows no bar. */
const PATIENCE = 600
const INTERVAL = 100

/** A line on standard error that is drawn over itself, for people who wait; gone when the work is done. */
export function progressBar(console: Console): { show: (state: ProgressState) => void; clear: () => void } {
  const started = performance.now()
  let drawn = 0
  const show = (state: ProgressState) => {
    const now = performance.now()
    if (!console.live || now - started < PATIENCE || now - drawn < INTERVAL) return
    drawn = now
    console.error(`\r\x1b[2K${progressLine(state, console.width, console.unicode)}`)
  }
  return { show, clear: () => drawn > 0 && console.error('\r\x1b[2K') }
}
