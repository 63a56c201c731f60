import { expect, test } from '@jest/globals'
import { parseSource } from '../../src/frontends/index.ts'
import { HOSTILE } from '../frontends/hostile-texts.ts'

for (const [name, path, text, cut] of HOSTILE) {
  test(`${name} (${path})`, () => {
    const started = performance.now()
    const { notifications } = parseSource({ uri: path, text })
    // Two seconds on a quiet machine; this only tells hanging from working.
    expect(performance.now() - started).toBeLessThan(15_000)
    if (cut) expect(notifications.map(({ level }) => level)).toContain('warning')
  })
}
