// Jest's global set-up: tests that run Keylatch as a process of its own run what src/ says now, bundled as dist/ is, once
// for all of them. `KEYLATCH_TEST_DIST=dist` has them run the committed bundles instead.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../scripts/build.js'

/** Kept between the runs of one process, when Jest watches. */
let folder = ''

export default async function setUp() {
  const given = process.env.KEYLATCH_TEST_DIST
  if (given && given !== folder) return
  folder ||= temporaryFolder()
  await bundle(folder)
  // The processes that run the tests inherit it.
  process.env.KEYLATCH_TEST_DIST = folder
}

function temporaryFolder() {
  const made = mkdtempSync(join(tmpdir(), 'keylatch-test-dist-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  // What package.json says of dist/, which is where people run it from.
  writeFileSync(join(made, 'package.json'), '{"type":"module"}')
  return made
}
