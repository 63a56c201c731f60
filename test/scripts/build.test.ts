import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
// @ts-expect-error plain JavaScript: building takes no loader
import { bundle } from '../../scripts/build.js'

/** Two entries that share a module, and a third module that both import when they need it. */
const PROJECT = {
  'package.json': '{ "version": "1.2.3", "type": "module" }',
  'src/one.ts': `import { shared } from './deep/shared.ts'
export const one = async () => [shared, (await import('./late.ts')).late].join()`,
  'src/two.ts': `import { shared } from './deep/shared.ts'
export const two = async () => (await import('./late.ts')).late + shared`,
  'src/late.ts': `import { shared } from './deep/shared.ts'
export const late = \`late \${shared}\``,
  'src/deep/shared.ts': 'export const shared = "shared é"',
}

let root: string
const built = () =>
  Object.fromEntries(
    readdirSync(join(root, 'dist'))
      .sort()
      .map((name) => [name, readFileSync(join(root, 'dist', name), 'utf8')]),
  )

async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await bundle(join(root, 'dist'), { one: 'src/one.ts', two: 'src/two.ts' }, root)
  return built()
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'keylatch-build-'))
  for (const [path, text] of Object.entries(PROJECT)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a chunk is called by what it holds, and what is built runs', async () => {
  expect(Object.keys(await build())).toEqual(['lazy-late.js', 'one.js', 'shared-deep-shared.js', 'two.js'])
  const { one } = await import(pathToFileURL(join(root, 'dist/one.js')).href)
  expect(await one()).toBe('shared é,late shared é')
})

test('a change to a module changes its chunk and no other', async () => {
  const before = await build()
  appendFileSync(join(root, 'src/deep/shared.ts'), '\nconsole.debug("more")\n')
  const after = await build()
  expect(Object.keys(after)).toEqual(Object.keys(before))
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['shared-deep-shared.js'])
})
