import type { Outcome } from './dist.ts'

/** Runs `keylatch …` within this process as if it were one of its own: folder, environment, streams. */
export function cliWithin(
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  input: string,
): Promise<Outcome> {
  return within(cwd, env, async () => {
    const [{ main }, { processConsole }] = await Promise.all([
      import('../../src/cli/main.ts'),
      import('../../src/cli/console.ts'),
    ])
    return await main(words, { ...processConsole(), width: 100, readInput: async () => Buffer.from(input) })
  })
}

/** The same for the action. */
export function actionWithin(cwd: string, env: Readonly<Record<string, string>>): Promise<Outcome> {
  return within(cwd, env, async () => await (await import('../../src/action/main.ts')).main())
}

/** A process has one folder, one environment and one output: who comes meanwhile waits. */
let last: Promise<unknown> = Promise.resolve()

function within(cwd: string, env: Readonly<Record<string, string>>, work: () => Promise<number>): Promise<Outcome> {
  const outcome = last.then(() => withinNow(cwd, env, work))
  last = outcome.catch(() => {})
  return outcome
}

async function withinNow(
  cwd: string,
  env: Readonly<Record<string, string>>,
  work: () => Promise<number>,
): Promise<Outcome> {
  const before = { cwd: process.cwd(), env: { ...process.env } }
  const [stdout, stderr] = [capture(process.stdout), capture(process.stderr)]
  replaceEnvironment(env)
  process.chdir(cwd)
  try {
    const exitCode = await work()
    return { exitCode, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    for (const stream of [stdout, stderr]) stream.restore()
    replaceEnvironment(before.env)
    process.chdir(before.cwd)
  }
}

function capture(stream: NodeJS.WriteStream): { text(): string; restore(): void } {
  const parts: string[] = []
  const { write } = stream
  stream.write = ((part: string | Uint8Array, ...more: unknown[]) => {
    parts.push(typeof part === 'string' ? part : Buffer.from(part).toString('utf8'))
    const done = more.at(-1)
    if (typeof done === 'function') done()
    return true
  }) as typeof stream.write
  return { text: () => parts.join(''), restore: () => void (stream.write = write) }
}

function replaceEnvironment(env: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value
}
