import { Worker } from 'node:worker_threads'
import type { Answer, Job, Report } from './protocol.ts'

/**
 * Runs one job in the worker thread; undefined when the engine broke on it. secretlint's expressions are not linear on hostile
 * input, so jobs are short texts, and never a clock decides: what is found must not hang on how busy a machine is. Jobs wait
 * for each other. The thread is started by the first job, and keeps the process alive only while there is one.
 */
export function runJob(job: Job): Promise<readonly Report[] | undefined> {
  const result = queue.then(() => perform(job))
  queue = result.catch(() => undefined)
  return result
}

/** Ends the thread; a later job starts a new one. */
export async function closeSecretlint(): Promise<void> {
  await queue
  await endThread()
}

/** Regular expressions need little; what asks for more is not worth it. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 }

/** Next to the bundle stands a bundle of the worker. */
const HERE = import.meta.url
const ENTRY = new URL(HERE.endsWith('.ts') ? './worker.js' : './secretlint-worker.js', HERE)

let queue: Promise<unknown> = Promise.resolve()
let thread: Worker | undefined

async function perform(job: Job): Promise<readonly Report[] | undefined> {
  const worker = thread ?? (await startThread())
  if (!worker) return undefined
  const answer = await answerOf(worker, job)
  if (!answer) await endThread()
  return answer && 'reports' in answer ? answer.reports : undefined
}

async function startThread(): Promise<Worker | undefined> {
  // Without an environment: it needs none, and the variable DEBUG would make it talk.
  const worker = new Worker(ENTRY, { execArgv: [], env: {}, stdout: true, stderr: true, resourceLimits: MEMORY })
  worker.unref()
  thread = worker
  if (await answerOf(worker)) return worker
  await endThread()
  return undefined
}

/** The next message of the worker; undefined when it ended without one. */
function answerOf(worker: Worker, job?: Job): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const finish = (answer?: Answer) => {
      worker.unref()
      worker.off('message', finish)
      worker.off('error', fail)
      worker.off('exit', fail)
      resolve(answer)
    }
    const fail = () => finish()
    worker.ref()
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
