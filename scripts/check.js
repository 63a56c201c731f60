// Everything that must hold before a commit, in the order in which it is cheapest to learn that it does not.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const steps = [
  ['format and lint', ['npx', 'biome', 'check', '.']],
  ['types', ['npx', 'tsc', '--noEmit']],
  ['nothing unused', ['npx', 'knip']],
  ['generated docs and rule index', ['node', '--import', 'tsx', 'scripts/generate.ts', '--check']],
  ['dist', ['node', 'scripts/build.js', '--check']],
  ['the package stands alone', ['node', 'scripts/check-package.js']],
  ['secrets in this repository, by secretlint', ['npx', 'secretlint', '**/*']],
  ['secrets in this repository, by Keylatch', ['node', 'dist/cli.js', 'scan', '.']],
  ['tests', ['npm', 'test', '--silent']],
]

const failed = []
for (const [name, [command, ...words]] of steps) {
  if (!existsSync('node_modules')) throw new Error('node_modules is missing; run: npm ci')
  console.log(`\n── ${name}`)
  const { status } = spawnSync(command, words, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) failed.push(name)
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`)
  process.exitCode = 1
}
