/** Bounds of one piece of work against AWS. Times in milliseconds. */
export interface Limits {
  /** Attempts in all, the first one included. */
  readonly attempts: number
  /** For everything together, waiting included. */
  readonly deadline: number
  readonly connect: number
  readonly request: number
  /** The wait before attempt n+1 is random between 0 and min(longestWait, firstWait * 2^(n-1)): full jitter. */
  readonly firstWait: number
  readonly longestWait: number
}

/** STS answers in well under a second; a minute is what a job can spare for a service that is down. */
export const DEFAULT_LIMITS: Limits = {
  attempts: 5,
  deadline: 60_000,
  connect: 5_000,
  request: 10_000,
  firstWait: 250,
  longestWait: 5_000,
}

export type Attempted<T> =
  | { readonly done: true; readonly value: T; readonly attempts: number }
  | { readonly done: false; readonly error: unknown; readonly attempts: number; readonly outOfTime: boolean }

export interface AttemptOptions {
  readonly limits: Limits
  /** Ends everything; `deadlineOf(limits)` makes one. */
  readonly signal: AbortSignal
  readonly isTransient: (error: unknown) => boolean
  /** Attempts for this very fault, where they are fewer. */
  readonly attemptsFor?: (error: unknown) => number | undefined
  /** Told before each wait. */
  readonly onRetry?: (error: unknown, attempt: number) => void
}

/**
 * Does `work` until it is done, fails for good, or a bound is reached. Never throws: the caller decides what a failure
 * means. Full jitter after https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.
 */
export async function attempt<T>(work: () => Promise<T>, options: AttemptOptions): Promise<Attempted<T>> {
  const { limits, signal, isTransient, attemptsFor, onRetry } = options
  let last: unknown
  for (let attempts = 1; ; attempts++) {
    try {
      return { done: true, value: await work(), attempts }
    } catch (error) {
      // What the clock cut short says nothing; what went wrong before does.
      if (signal.aborted) return { done: false, error: last ?? error, attempts, outOfTime: true }
      last = error
      const most = Math.min(limits.attempts, attemptsFor?.(error) ?? limits.attempts)
      if (!isTransient(error) || attempts >= most) return { done: false, error, attempts, outOfTime: false }
      onRetry?.(error, attempts)
      const wait = Math.random() * Math.min(limits.longestWait, limits.firstWait * 2 ** (attempts - 1))
      if (!(await pause(wait, signal))) return { done: false, error, attempts, outOfTime: true }
    }
  }
}

/** A signal that ends the work at its deadline; keeps no process alive. */
export function deadlineOf({ deadline }: Limits): AbortSignal {
  return AbortSignal.timeout(deadline)
}

/** True after `milliseconds`, false as soon as the signal says stop. */
function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const stop = () => {
      clearTimeout(timer)
      resolve(false)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve(true)
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}
