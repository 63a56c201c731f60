import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/** Compares with `golden/<name>`; `npm test -- test/report -u` writes it anew, to be read as a diff. */
export function expectGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(`./golden/${name}`, import.meta.url))
  const { snapshotState } = expect.getState() as unknown as { snapshotState?: { _updateSnapshot?: string } }
  if (snapshotState?._updateSnapshot === 'all') writeFileSync(path, text)
  if (!existsSync(path)) throw new Error(`No golden file ${name}: run \`npm test -- test/report -u\` and read it`)
  expect(text).toBe(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'))
}
