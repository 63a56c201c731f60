// Set-up of all tests: what they start as a process of its own runs what src/ says now, bundled as dist/ is, once for all of
// them; the rest runs within their own processes. `KEYLATCH_TEST_DIST=dist` has them start the committed bundles instead,
// as people do, for all that they run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../scripts/build.js'

export default async function setUp() {
  if (process.env.KEYLATCH_TEST_DIST) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'keylatch-test-dist-'))
  // What package.json says of dist/, which is where people run it from.
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  await bundle(folder)
  // The processes that run the tests inherit both.
  process.env.KEYLATCH_TEST_DIST = folder
  process.env.KEYLATCH_TEST_WITHIN = '1'
  return () => rmSync(folder, { recursive: true, force: true })
}
