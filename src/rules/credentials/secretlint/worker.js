// The worker thread: see engine.ts and protocol.ts. JavaScript, since a thread is not started through the test runner's or
// tsx's compiler; the build makes dist/secretlint-worker.js of it.
import { parentPort } from 'node:worker_threads'
import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'

const PREFIX = '@secretlint/secretlint-rule-'

// The engine marks each of its steps in the performance timeline, which only grows (320 to 830 MB over 44 MB of text).
Object.defineProperty(performance, 'mark', { value: () => undefined })

const RULES = new Map(creator.rules.map((rule) => [rule.meta.id.slice(PREFIX.length), rule]))

/**
 * Runs the wanted rules of the preset and no other: not the filter for comments, so that no `secretlint-disable` silences
 * anything, and no configuration of the scanned repository is ever loaded. The rules are handed over one by one, since the
 * preset itself would run all of them: it does not heed `disabled`.
 *
 * @param {import('./protocol.ts').Job} job
 * @returns {Promise<import('./protocol.ts').Report[]>}
 */
async function lint({ text, uri, rules }) {
  const result = await lintSource({
    source: { content: text, filePath: uri, ext: '', contentType: 'text' },
    options: {
      noPhysicFilePath: true,
      maskSecrets: true,
      config: { rules: rules.map((name) => ({ id: PREFIX + name, rule: RULES.get(name) })) },
    },
  })
  return result.messages.map(({ ruleId, messageId, range: [start, end] }) => ({
    rule: ruleId.slice(PREFIX.length),
    messageId,
    start,
    end,
  }))
}

parentPort.on('message', (job) => {
  lint(job).then(
    (reports) => parentPort.postMessage({ reports }),
    (error) => parentPort.postMessage({ failed: error?.name ?? 'error' }),
  )
})
parentPort.postMessage({ ready: true })
