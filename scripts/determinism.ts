/**
 * One verdict on any machine: scans texts near every limit again and again, first with nothing beside it, then with every core
 * busy, and tells those whose verdicts differ. `node --import tsx scripts/determinism.ts [RUNS]`, 10 runs each by default.
 */
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { run } from '../src/run.ts'
import { type NearLimit, nearLimits } from '../test/support/near-limits.ts'

const BUSY = 'for (;;) Math.sqrt(Math.random())'

/** All that a report says but for how long it took. */
async function answerTo({ name, text }: NearLimit): Promise<string> {
  const { verdict, reason, findings, notifications } = await run({
    root: process.cwd(),
    policyFrom: 'repository',
    paths: [],
    pathsIgnore: [],
    today: '2026-10-01',
    now: () => performance.now(),
    env: {},
    scope: { kind: 'stdin', bytes: Buffer.from(text), name },
  })
  const all = JSON.stringify([reason, findings, notifications])
  return `${verdict} ${createHash('sha256').update(all).digest('hex').slice(0, 12)}`
}

async function main(runs: number): Promise<void> {
  const answers = new Map(nearLimits.map((input) => [input, new Set<string>()]))
  const ask = async () => {
    for (let round = 0; round < runs; round++)
      for (const input of nearLimits) answers.get(input)!.add(await answerTo(input))
  }
  await ask()
  const workers = Array.from({ length: availableParallelism() }, () => new Worker(BUSY, { eval: true }))
  await ask()
  await Promise.all(workers.map((worker) => worker.terminate()))
  const shaken = [...answers].filter(([, given]) => given.size > 1)
  for (const [{ what }, given] of shaken) console.log(`${what}: ${[...given].join(', ')}`)
  console.log(
    `${nearLimits.length} inputs, ${runs} runs idle and ${runs} under load: ${shaken.length} with more than one verdict.`,
  )
  process.exitCode = shaken.length > 0 ? 1 : 0
}

await main(Number(process.argv[2] ?? 10))
