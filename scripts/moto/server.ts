import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Pinned, so that CI tests the same moto until somebody moves it. */
const MOTO = '5.2.5'
const AWS_CLI = '1.46.3'

/** The path of moto_server, installed once a machine; undefined, with a line, where it cannot be. */
export function installMoto(): string | undefined {
  const python = ['python3', 'python'].find(
    (name) => spawnSync(name, ['-c', 'import venv, sys; sys.exit(sys.version_info < (3, 9))']).status === 0,
  )
  if (!python) return skip('there is no Python 3.9 or later with venv')
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'keylatch', `moto-${MOTO}`)
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin')
  const program = join(bin, process.platform === 'win32' ? 'moto_server.exe' : 'moto_server')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const made = spawnSync(python, ['-m', 'venv', folder], { encoding: 'utf8' })
  const installed =
    made.status === 0 &&
    spawnSync(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', `moto[server]==${MOTO}`], { timeout: 300_000 })
      .status === 0
  if (installed && existsSync(program)) return program
  rmSync(folder, { recursive: true, force: true })
  return skip(`moto ${MOTO} could not be installed`)
}

/** The command line of AWS (PyPI `awscli`, Apache-2.0) beside moto, for running what is printed for people to run. */
export function installAwsCli(moto: string): string | undefined {
  const bin = dirname(moto)
  const program = join(bin, process.platform === 'win32' ? 'aws.cmd' : 'aws')
  if (existsSync(program)) return program
  const pip = ['-m', 'pip', 'install', '--quiet', `awscli==${AWS_CLI}`]
  spawnSync(join(bin, 'python'), pip, { timeout: 300_000 })
  return existsSync(program) ? program : skip(`awscli ${AWS_CLI} could not be installed`)
}

function skip(why: string): undefined {
  console.log(`moto: skipped, ${why}`)
  return undefined
}

export async function withMoto(program: string, work: (url: string) => Promise<void>): Promise<void> {
  const port = await freePort()
  const moto = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    // More than a thousand public images that nobody made.
    env: { ...process.env, MOTO_EC2_LOAD_DEFAULT_AMIS: 'false' },
  })
  try {
    const url = `http://127.0.0.1:${port}`
    await ready(url, moto)
    await work(url)
  } finally {
    moto.kill()
  }
}

async function ready(url: string, moto: ChildProcess): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (moto.exitCode !== null) throw new Error(`moto_server ended with ${moto.exitCode}`)
    const answer = await fetch(`${url}/moto-api/`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('moto_server did not answer within 30 seconds')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
