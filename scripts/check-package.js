// Packs the package, installs it into an empty folder without a network and runs it there: it must need nothing else.
import { execFileSync } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'keylatch-package-'))
const npm = (...words) =>
  execFileSync('npm', words, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' })

try {
  const [{ filename, size }] = JSON.parse(npm('pack', '--json', '--ignore-scripts', process.cwd()))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const start = performance.now()
  npm('install', '--offline', '--no-audit', '--no-fund', join(folder, filename))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)

  const modules = join(folder, 'node_modules')
  const installed = readdirSync(modules).filter((name) => !name.startsWith('.'))
  if (installed.join() !== 'keylatch') throw new Error(`installed with it: ${installed.join(', ')}`)

  // Made up on the spot; what finds it is the library that runs in a worker of its own.
  const digits = () => String(randomInt(1e11, 1e12))
  const token = ['xoxb', digits(), digits(), randomBytes(12).toString('hex')].join('-')
  writeFileSync(join(folder, 'settings.txt'), `token = ${token}\n`)
  const { findings, notifications } = JSON.parse(run('scan', 'settings.txt', '--format', 'json'))
  if (findings.length !== 1 || notifications.length > 0) {
    throw new Error(`a token was not found: ${JSON.stringify({ findings, notifications })}`)
  }
  for (const page of ['README.md', 'LICENSE', 'CHANGELOG.md', 'action.yml', 'schema'])
    statSync(join(modules, 'keylatch', page))
  console.log(`${kilobytes(size)} packed, ${kilobytes(sizeOf(modules))} installed in ${seconds} s, nothing else`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Findings end it with a code of their own. */
function run(...words) {
  try {
    return npm('exec', '--offline', '--', 'keylatch', ...words)
  } catch (error) {
    return error.stdout
  }
}

function sizeOf(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0)
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`
}
