import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { Problem } from '../../core/problem.ts'

/** Where git works. Both paths are always given to git, so it discovers nothing and checks no ownership. */
export interface GitPlace {
  readonly gitDir: string
  readonly workTree?: string
  /** The environment of the run; `GIT_*` of it is not passed on. */
  readonly env: NodeJS.ProcessEnv
}

export interface GitOptions {
  /** Fed to standard input, each item followed by a newline. */
  readonly lines?: Iterable<string> | AsyncIterable<string>
  /** Set on top of the hardened environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds without a word from git until it is ended; 5 minutes if absent. */
  readonly patience?: number
}

/**
 * Runs git and gives its standard output whole.
 * @throws Problem with git's first line of complaint when it fails.
 */
export async function git(place: GitPlace, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of gitStream(place, args, options)) parts.push(part)
  return Buffer.concat(parts)
}

/** As `git`, but a failure is an answer: what it said on standard error, on one line. */
export async function tryGit(
  place: GitPlace,
  args: readonly string[],
  options: GitOptions = {},
): Promise<{ readonly ok: true; readonly output: Buffer } | { readonly ok: false; readonly complaint: string }> {
  const parts: Buffer[] = []
  const run = start(place, args, options)
  for await (const part of run.output) parts.push(part)
  const complaint = await run.ended
  return complaint === undefined ? { ok: true, output: Buffer.concat(parts) } : { ok: false, complaint }
}

/**
 * Standard output as it comes, with back-pressure: git waits while the reader does. Leaving the loop early ends git.
 * @throws Problem when git fails, after the last part.
 */
export async function* gitStream(
  place: GitPlace,
  args: readonly string[],
  options: GitOptions = {},
): AsyncGenerator<Buffer> {
  const run = start(place, args, options)
  yield* run.output
  const complaint = await run.ended
  if (complaint === undefined) return
  if (complaint.includes('promisor remote')) throw new Problem(PARTIAL)
  throw new Problem(`git ${subcommand(args)} failed: ${complaint}`)
}

/** Older versions of git end where content is missing that a server promised. */
const PARTIAL =
  'Files to be scanned are not in this clone, which is a partial one (`--filter`). Clone without `--filter`, or run `git fetch --refetch --no-filter`.'

/** For the few reads that cannot wait; undefined when git fails or says more than `limit` bytes. */
export function gitSync(place: GitPlace, args: readonly string[], limit: number, input = ''): Buffer | undefined {
  const [program, all, options] = invocation(place, args)
  const done = spawnSync(program, all, { ...options, input, maxBuffer: limit, timeout: 60_000 })
  return done.status === 0 && !done.error ? (done.stdout as Buffer) : undefined
}

/** Ends every git that is still at work; for when the process is told to stop. */
export function endAllGit(): void {
  for (const child of atWork) child.kill('SIGKILL')
}

const atWork = new Set<ChildProcess>()
const PATIENCE = 5 * 60_000
const COMPLAINT_LIMIT = 16_384

interface Run {
  readonly output: AsyncIterable<Buffer>
  /** Settles after the output: undefined when all went well, else the complaint. */
  readonly ended: Promise<string | undefined>
}

function start(place: GitPlace, args: readonly string[], options: GitOptions): Run {
  const [program, all, spawnOptions] = invocation(place, args, options.env)
  const child = spawn(program, all, { ...spawnOptions, stdio: ['pipe', 'pipe', 'pipe'] })
  atWork.add(child)
  let complaint = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < COMPLAINT_LIMIT) complaint += text
  })
  const patience = options.patience ?? PATIENCE
  let timedOut = false
  const reader = { busy: false }
  const timer = setTimeout(() => {
    if (reader.busy) {
      timer.refresh()
      return
    }
    timedOut = true
    child.kill('SIGKILL')
  }, patience)
  timer.unref()
  const fed = feed(child, options.lines)
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(unstartable(error)))
    child.on('close', (code, signal) => {
      if (timedOut) resolve(`no answer within ${Math.round(patience / 1000)} s`)
      else if (code === 0) resolve(undefined)
      else resolve(oneLine(complaint) || (signal ? `ended by ${signal}` : `exit code ${code}`))
    })
  })
    .then(async (outcome) => {
      // A source of lines that failed is the cause; git only saw its input end.
      const failure = await fed
      if (failure) throw failure
      return outcome
    })
    .finally(() => {
      clearTimeout(timer)
      atWork.delete(child)
    })
  ended.catch(() => {})
  return { output: outputOf(child, timer, reader), ended }
}

async function* outputOf(
  child: ChildProcess,
  timer: NodeJS.Timeout,
  reader: { busy: boolean },
): AsyncGenerator<Buffer> {
  let finished = false
  try {
    for await (const part of child.stdout!) {
      // While the reader works on a part, git waits for us and not we for git.
      reader.busy = true
      yield part as Buffer
      reader.busy = false
      timer.refresh()
    }
    finished = true
  } finally {
    if (!finished) child.kill('SIGKILL')
  }
}

/** Writes the lines in large pieces, waiting when git is slower; gives the error of the source, if it had one. */
async function feed(child: ChildProcess, lines: GitOptions['lines']): Promise<unknown> {
  const stdin = child.stdin!
  let open = true
  let goOn = (): void => {}
  const stop = (): void => {
    open = false
    goOn()
  }
  // Git that ends early (EPIPE) tells why on standard error.
  stdin.on('error', stop)
  child.on('close', stop)
  stdin.on('drain', () => goOn())
  const write = async (text: string): Promise<void> => {
    if (!open || stdin.write(text)) return
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
  }
  try {
    let pending = ''
    for await (const line of lines ?? []) {
      if (!open) break
      pending += `${line}\n`
      if (pending.length < 8192) continue
      await write(pending)
      pending = ''
    }
    if (pending !== '') await write(pending)
    return undefined
  } catch (error) {
    return error ?? new Error('the input of git failed')
  } finally {
    stdin.end()
  }
}

/**
 * What every git gets. The repository is not trusted: its configuration may name programs for hooks, the file system
 * monitor, signatures, diffs and transports. Only plumbing is run, no hook is found, no transport is allowed (a partial
 * clone would otherwise fetch in the middle of a read), and replaced objects and grafts show what is really there.
 */
/** Where no hook is. */
export const NO_HOOKS = '/dev/null'

const HARDENED = [
  '--no-pager',
  '-c',
  `core.hooksPath=${NO_HOOKS}`,
  '-c',
  'core.fsmonitor=',
  '-c',
  'core.untrackedCache=false',
  '-c',
  'submodule.recurse=false',
  '-c',
  'gc.auto=0',
  '-c',
  'maintenance.auto=false',
  '-c',
  'credential.helper=',
  '-c',
  'core.askPass=',
]

const HARDENED_ENV = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null/none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
  LC_ALL: 'C',
}

function invocation(
  place: GitPlace,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): [string, string[], SpawnOptions & { cwd: string }] {
  const inherited = Object.entries(place.env).filter(([name]) => !/^GIT_/i.test(name))
  return [
    gitProgram(place.env),
    [...HARDENED, ...args],
    {
      // Where the answers are relative to, and for Windows a place that is not searched for programs.
      cwd: place.workTree ?? place.gitDir,
      env: {
        ...Object.fromEntries(inherited),
        ...HARDENED_ENV,
        GIT_DIR: place.gitDir,
        ...(place.workTree === undefined ? {} : { GIT_WORK_TREE: place.workTree }),
        ...env,
      },
      windowsHide: true,
      shell: false,
    },
  ]
}

/** Windows looks for programs in the working directory first, where a scanned repository may have put its own `git.exe`. */
function gitProgram(env: NodeJS.ProcessEnv): string {
  if (process.platform !== 'win32') return 'git'
  const path = env.Path ?? env.PATH ?? ''
  const found = path
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, 'git.exe'))
    .find(existsSync)
  if (!found) throw new Problem(NO_GIT)
  return found
}

const NO_GIT = 'git was not found. Install it, or add its folder to PATH.'

function unstartable(error: NodeJS.ErrnoException): string {
  return error.code === 'ENOENT' ? NO_GIT : error.message
}

/** `diff-tree` of `['-c', 'a=b', 'diff-tree', …]`. */
function subcommand(args: readonly string[]): string {
  return args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '-c') ?? ''
}

/** The first line that says what is wrong, without control characters: it may quote a hostile name. */
function oneLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.find((line) => /^(fatal|error):/.test(line)) ?? lines[0] ?? ''
  return telling
    .replace(/^(fatal|error): /, '')
    .replace(/[\x00-\x1f\x7f-\x9f]/g, '?')
    .slice(0, 500)
}
