// Runs Microsoft's SARIF validator with GitHub's rules over files: node scripts/validate-sarif.js FILE...
// Fails on every error and warning. Where the validator cannot be had (not Linux on x64, no package) it says so and
// passes: the schema tests of `npm test` run everywhere.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = '@microsoft/sarif-multitool-linux@5.7.0'
const CACHE = fileURLToPath(new URL('../node_modules/.cache/sarif-multitool/', import.meta.url))

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: node scripts/validate-sarif.js FILE...')
  process.exit(2)
}
const missing = files.filter((file) => !existsSync(file))
if (missing.length > 0) {
  console.error(`No such file: ${missing.join(', ')}`)
  process.exit(2)
}
const validator = findValidator()
if (typeof validator !== 'string') {
  console.log(`SKIPPED: SARIF validation (${validator.reason})`)
  process.exit(0)
}
const bad = files.filter((file) => !isValid(validator, file))
process.exit(bad.length > 0 ? 1 : 0)

/** @returns {string | { reason: string }} the path of the validator, or why there is none */
function findValidator() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { reason: 'the validator runs on Linux x64 only' }
  const tool = join(CACHE, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool')
  if (!existsSync(tool)) {
    mkdirSync(CACHE, { recursive: true })
    const options = ['install', '--prefix', CACHE, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', PACKAGE]
    const npm = spawnSync('npm', options, { encoding: 'utf8', timeout: 120_000 })
    if (npm.status !== 0 || !existsSync(tool)) return { reason: `${PACKAGE} could not be installed` }
  }
  // What its install script would do; those are switched off above.
  chmodSync(tool, 0o755)
  const probe = run(tool, ['--version'])
  return probe.error ? { reason: `the validator does not start: ${probe.error.message}` } : tool
}

function isValid(tool, file) {
  const folder = mkdtempSync(join(tmpdir(), 'validate-sarif-'))
  const output = join(folder, 'output.sarif')
  try {
    const options = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--max-file-size-in-kb', '500000']
    const { stdout, stderr } = run(tool, ['validate', file, ...options, '--output', output])
    if (!existsSync(output)) {
      console.error(`${file}: the validator gave no answer\n${stdout}${stderr}`)
      return false
    }
    const { results = [], invocations = [] } = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, '')).runs[0]
    const failures = invocations.flatMap((each) => each.toolConfigurationNotifications ?? [])
    for (const { ruleId, level = 'warning', message, locations } of results) {
      const line = locations?.[0]?.physicalLocation?.region?.startLine ?? 1
      console.error(`${file}:${line}: ${level} ${ruleId}: ${message.text ?? JSON.stringify(message.arguments)}`)
    }
    for (const { message } of failures) console.error(`${file}: ${message.text}`)
    const passed = results.length === 0 && failures.length === 0
    console.log(`${file}: ${passed ? 'valid SARIF for GitHub' : `${results.length + failures.length} problems`}`)
    return passed
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(tool, options) {
  // Without this the validator wants libicu, which slim images lack.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
  return spawnSync(tool, options, { encoding: 'utf8', timeout: 300_000, env })
}
