import { Worker } from 'node:worker_threads'
import type { Answer, Job, Report } from './protocol.ts'

/** Why a job has no reports: it took too long, or the engine broke on it. */
export type Failure = 'deadline' | 'broken'

/**
 * Runs one job in the worker thread. secretlint's expressions are not linear on hostile input, and a thread can be ended
 * in the middle of one: after `deadline` milliseconds it is, and the next job gets a new one. Jobs wait for each other.
 * The thread is started by the first job and never keeps the process alive.
 */
export function runJob(job: Job, deadline: number): Promise<readonly Report[] | Failure> {
  const result = queue.then(() => perform(job, deadline))
  queue = result.catch(() => undefined)
  return result
}

/** Ends the thread; a later job starts a new one. */
export async function closeSecretlint(): Promise<void> {
  await queue
  await endThread()
}

/** A thread that cannot be started within this time will not be. */
const START_LIMIT = 30_000

/** Regular expressions need little; what asks for more is not worth it. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 }

/** Next to the bundle stands a bundle of the worker. */
const HERE = import.meta.url
const ENTRY = new URL(HERE.endsWith('.ts') ? './worker.js' : './secretlint-worker.js', HERE)

let queue: Promise<unknown> = Promise.resolve()
let thread: Worker | undefined

async function perform(job: Job, deadline: number): Promise<readonly Report[] | Failure> {
  const worker = thread ?? (await startThread())
  if (!worker) return 'broken'
  const answer = await answerOf(worker, deadline, job)
  if (typeof answer === 'string') {
    await endThread()
    return answer
  }
  return 'reports' in answer ? answer.reports : 'broken'
}

async function startThread(): Promise<Worker | undefined> {
  // Without an environment: it needs none, and the variable DEBUG would make it talk.
  const worker = new Worker(ENTRY, { execArgv: [], env: {}, stdout: true, stderr: true, resourceLimits: MEMORY })
  worker.unref()
  thread = worker
  const answer = await answerOf(worker, START_LIMIT)
  if (typeof answer !== 'string') return worker
  await endThread()
  return undefined
}

/** The next message of the worker, or why there is none. The timer keeps the process alive meanwhile. */
function answerOf(worker: Worker, deadline: number, job?: Job): Promise<Answer | Failure> {
  return new Promise((resolve) => {
    const finish = (answer: Answer | Failure) => {
      clearTimeout(timer)
      worker.off('message', finish)
      worker.off('error', fail)
      worker.off('exit', fail)
      resolve(answer)
    }
    const fail = () => finish('broken')
    const timer = setTimeout(() => finish('deadline'), deadline)
    worker.on('message', finish)
    worker.on('error', fail)
    worker.on('exit', fail)
    if (job) worker.postMessage(job)
  })
}

async function endThread(): Promise<void> {
  const worker = thread
  thread = undefined
  // A thread that dies while it is ended has nothing to say any more.
  worker?.on('error', () => {})
  await worker?.terminate()
}
