import childProcess, {
  type ChildProcess,
  type SpawnOptions,
  type SpawnSyncOptions,
  type SpawnSyncReturns,
} from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtempSync, openSync, readSync, writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
// @ts-expect-error plain JavaScript, which the starter runs as it is
import { Frames, frame, takeFrames } from './frames.mjs'

/**
 * A process that keeps much takes long to start another one, since the system copies the tables of its memory: 40 ms with half a
 * gigabyte, where a small one takes 6 to 10. The tests start git thousands of times, so a small process beside each of theirs
 * does it for them. What they see is the same.
 */
const MARK = Symbol.for('keylatch.small-starts')
const real = { spawn: childProcess.spawn, spawnSync: childProcess.spawnSync, execFileSync: childProcess.execFileSync }
const known = globalThis as { [MARK]?: true }
if (!known[MARK] && process.platform !== 'win32') {
  known[MARK] = true
  await useStarter()
}

async function useStarter(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'keylatch-starter-'))
  const program = fileURLToPath(new URL('./starter.mjs', import.meta.url))
  const starter = real.spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise((ready) => starter.stdout.once('data', ready))
  // It ends with this process, and keeps it from ending no longer than those that it starts.
  for (const one of [starter, starter.stdin, starter.stdout]) (one as { unref?(): void }).unref?.()
  const ask = asker(folder)
  Object.assign(childProcess, {
    spawn: (command: string, args: string[], options: SpawnOptions) =>
      isPlain(command, args, options)
        ? started(join(folder, 'socket'), command, args, options)
        : real.spawn(command, args, options),
    spawnSync: (command: string, args: string[], options: SpawnSyncOptions) =>
      isPlain(command, args, options) ? ask(command, args, options) : real.spawnSync(command, args, options),
    execFileSync: (command: string, args: string[], options: SpawnSyncOptions) =>
      isPlain(command, args, options)
        ? outputOf(ask(command, args, options))
        : real.execFileSync(command, args, options),
  })
  syncBuiltinESMExports()
}

const FORWARDED = new Set(['cwd', 'env', 'encoding', 'input', 'maxBuffer', 'timeout', 'stdio', 'windowsHide', 'shell'])

/** Git by itself, with pipes, and nothing asked that is not passed on. */
function isPlain(command: string, args: unknown, options: SpawnOptions & SpawnSyncOptions = {}): boolean {
  const { stdio = 'pipe', shell = false } = options
  const pipes = typeof stdio === 'string' ? stdio === 'pipe' : stdio.every((one) => one === 'pipe')
  return (
    command === 'git' &&
    Array.isArray(args) &&
    pipes &&
    !shell &&
    Object.keys(options).every((key) => FORWARDED.has(key))
  )
}

function passedOn({ cwd = process.cwd(), env = process.env }: SpawnOptions) {
  return { cwd: String(cwd instanceof URL ? fileURLToPath(cwd) : cwd), env }
}

/** As `spawn` gives it, as far as git is asked for. */
function started(socketPath: string, program: string, args: string[], options: SpawnOptions = {}): ChildProcess {
  const socket = connect(socketPath)
  const say = (kind: string, content: string | Uint8Array = '') => socket.write(frame(kind, content))
  say(Frames.start, JSON.stringify({ program, args, options: passedOn(options) }))
  const child = new EventEmitter() as EventEmitter & Record<string, unknown>
  const output = () => new Readable({ read: () => void socket.resume() })
  const [stdout, stderr] = [output(), output()]
  const stdin = new Writable({
    write: (part, _, done) => void (say(Frames.in, part) ? done() : socket.once('drain', () => done())),
    final: (done) => {
      say(Frames.inEnd)
      done()
    },
  })
  const kill = (signal = 'SIGTERM') => socket.writable && say(Frames.kill, signal)
  Object.assign(child, { stdin, stdout, stderr, kill, exitCode: null, signalCode: null })
  const take = (stream: Readable, part: Uint8Array | null) => {
    // A copy, since what is taken lies in the middle of more.
    if (!stream.push(part && Buffer.from(part)) && part) socket.pause()
  }
  socket.on(
    'data',
    takeFrames((kind: string, content: Buffer) => {
      if (kind === Frames.out) take(stdout, content)
      else if (kind === Frames.err) take(stderr, content)
      else if (kind === Frames.outEnd) take(stdout, null)
      else if (kind === Frames.errEnd) take(stderr, null)
      else if (kind === Frames.error) child.emit('error', errorOf(JSON.parse(String(content)), program))
      else if (kind === Frames.end) ended(JSON.parse(String(content)))
    }),
  )
  const ended = ({ code, signal }: { code: number | null; signal: string | null }) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    Object.assign(child, { exitCode: code, signalCode: signal })
    // Input that nobody took is nobody's fault.
    stdin.destroy()
    child.emit('exit', code, signal)
    const open = [stdout, stderr].filter((stream) => !stream.readableEnded && !stream.destroyed)
    let left = open.length
    const close = () => void (left-- <= 1 && child.emit('close', code, signal))
    if (left === 0) return close()
    for (const stream of open) {
      stream.once('close', close)
      if (stream.readableFlowing === null && stream.listenerCount('readable') === 0) setImmediate(() => stream.resume())
    }
  }
  // Nobody waits for what ended with its starter.
  socket.on('error', (error) => child.emit('error', error))
  socket.on('close', () => {
    take(stdout, null)
    take(stderr, null)
    ended({ code: null, signal: 'SIGKILL' })
  })
  return child as unknown as ChildProcess
}

function errorOf({ code, message }: { code: string; message: string }, path: string): Error {
  return Object.assign(new Error(message), { code, path, syscall: `spawn ${path}` })
}

type Ask = (program: string, args: string[], options?: SpawnSyncOptions) => SpawnSyncReturns<string | Buffer>

/** As `spawnSync` gives it: asks by one pipe, and waits at the other one. */
function asker(folder: string): Ask {
  const [asked, answered] = [openSync(join(folder, 'asked'), 'w'), openSync(join(folder, 'answered'), 'r')]
  return (program, args, options = {}) => {
    const { input = '', maxBuffer: limit = 1 << 20, timeout, encoding } = options
    const bytes =
      typeof input === 'string' ? Buffer.from(input) : Buffer.from(input.buffer, input.byteOffset, input.byteLength)
    const question = { program, args, options: passedOn(options), input: bytes.toString('base64'), limit, timeout }
    const part = frame(Frames.start, JSON.stringify(question))
    for (let at = 0; at < part.length; ) at += writeSync(asked, part, at)
    const outputs: Buffer[] = []
    let outcome:
      | { status: number | null; signal: string | null; pid: number; error?: { code: string; message: string } }
      | undefined
    const take = takeFrames((kind: string, content: Buffer) => {
      if (kind === Frames.end) outcome = JSON.parse(String(content))
      else outputs.push(Buffer.from(content))
    })
    const buffer = Buffer.alloc(1 << 16)
    while (!outcome) {
      const size = readSync(answered, buffer)
      if (size === 0) throw new Error('what starts processes for the tests has ended')
      take(Buffer.from(buffer.subarray(0, size)))
    }
    const texts = encoding && encoding !== 'buffer' ? outputs.map((one) => one.toString(encoding)) : outputs
    const [stdout, stderr] = texts as [string | Buffer, string | Buffer]
    const { error, ...rest } = outcome
    return {
      ...rest,
      stdout,
      stderr,
      output: [null, stdout, stderr],
      ...(error && { error: errorOf(error, program) }),
    } as SpawnSyncReturns<string | Buffer>
  }
}

/** As `execFileSync` gives it. */
function outputOf(done: SpawnSyncReturns<string | Buffer>): string | Buffer {
  if (done.error) throw Object.assign(done.error, done)
  if (done.status !== 0) throw Object.assign(new Error(`Command failed: git\n${done.stderr}`), done)
  return done.stdout
}
