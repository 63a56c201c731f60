import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../../core/problem.ts'
import { git, tryGit } from './git.ts'
import { resolveCommits } from './objects.ts'
import { type Repository, shallowBoundary } from './repository.ts'
import { temporaryFolder } from './temporary.ts'

/** Where the repository lives, as the runner tells it. */
export interface Server {
  /** `https://github.com`: GITHUB_SERVER_URL. */
  readonly url: string
  /** `owner/name`: GITHUB_REPOSITORY. */
  readonly repository: string
  /** Needs `contents: read`; public repositories do without. */
  readonly token?: string
}

/** A bare repository of our own in a temporary folder, which sees the objects of the user's clone and adds to them. */
export interface TemporaryRepository {
  /** As it is after the last fetch. */
  current(): Repository
  /**
   * Fetches commits and trees, and leaves contents for later where the server can do that.
   * @param wanted by the name it gets here (as `refs/keylatch/NAME`): an object id, or the full name of a ref there.
   * @param depth so many commits from each; undefined leaves the depth as it is, `Infinity` is everything.
   */
  fetch(wanted: Readonly<Record<string, string>>, depth?: number): Promise<Fetched>
  dispose(): void
}

/** `missing`: an id or ref that the server does not have, or does not give. */
export type Fetched =
  | { readonly ok: true }
  | { readonly ok: false; readonly missing?: string; readonly complaint: string }

/**
 * The user's clone is never written to: a fetch with `--depth` would turn a full clone into a shallow one.
 * @throws Problem when the server's address cannot be used.
 */
export async function temporaryRepository(clone: Repository, server: Server): Promise<TemporaryRepository> {
  const address = addressOf(server)
  const folder = temporaryFolder()
  try {
    await prepare(folder.path, clone)
  } catch (error) {
    folder.remove()
    throw error
  }
  const place = { gitDir: folder.path, env: clone.env }
  const fetchMissing = async (ids: readonly string[]): Promise<void> => {
    // As git's own lazy fetch asks: nothing to negotiate, these very objects.
    for (let from = 0; from < ids.length; from += CONTENTS_AT_ONCE) {
      const some = ids.slice(from, from + CONTENTS_AT_ONCE)
      const fetched = await fetchFrom(place, address, ['-c', 'fetch.negotiationAlgorithm=noop'], [], some)
      if (!fetched.ok) throw new Problem(`The files to be scanned could not be fetched: ${fetched.complaint}`)
    }
  }
  return {
    current: () => ({
      ...place,
      commonDir: folder.path,
      shallow: shallowBoundary(folder.path).size > 0,
      partial: false,
      fetchMissing,
    }),
    fetch: (wanted, depth) => {
      const refspecs = Object.entries(wanted).map(([name, there]) => `+${there}:refs/keylatch/${name}`)
      return fetchFrom(place, address, [], depth === undefined ? [] : [`--depth=${Math.min(depth, WHOLE)}`], refspecs)
    },
    dispose: () => folder.remove(),
  }
}

const CONTENTS_AT_ONCE = 20_000
/** Git's own number for "unshallow". */
const WHOLE = 0x7fffffff
const FETCH_PATIENCE = 15 * 60_000
const RETRY_AFTER = [500, 2500]

interface Address {
  readonly url: string
  readonly protocols: string
  /** Git configuration by way of the environment, which no list of processes shows. */
  readonly secret: Readonly<Record<string, string>>
  /** What must not appear in any message. */
  readonly hidden: readonly string[]
}

/** @throws Problem for anything but https, http on this machine, and (for tests) a folder. */
function addressOf({ url, repository, token }: Server): Address {
  let server: URL
  try {
    server = new URL(url)
  } catch {
    throw new Problem(`The server address ${JSON.stringify(url)} is no URL; it should look like https://github.com.`)
  }
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  if (server.protocol === 'file:') {
    return { url: `${server.href.replace(/\/$/, '')}/${repository}`, protocols: 'file', secret: {}, hidden: [] }
  }
  if (server.protocol !== 'https:' && !(server.protocol === 'http:' && local)) {
    throw new Problem(`The server address ${server.origin} is not https, so no token is sent there.`)
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || /(?:^|\/)\.\.?(?:\/|$)/.test(repository)) {
    throw new Problem(`${JSON.stringify(repository)} is no repository name; it should look like owner/name.`)
  }
  const root = server.origin + server.pathname.replace(/\/$/, '')
  return {
    url: `${root}/${repository}`,
    protocols: server.protocol.slice(0, -1),
    ...(token ? authorization(root, token) : { secret: {}, hidden: [] }),
  }
}

/** As actions/checkout sends its token; the empty value first takes away what a configuration has set. */
function authorization(root: string, token: string): Pick<Address, 'secret' | 'hidden'> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const key = `http.${root}/.extraheader`
  return {
    secret: {
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: '',
      GIT_CONFIG_KEY_1: key,
      GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
    },
    hidden: [token, basic],
  }
}

/** Written by hand: `git init` would copy templates and follow the user's `init.*`. */
async function prepare(path: string, clone: Repository): Promise<void> {
  for (const folder of ['objects/info', 'objects/pack', 'refs/keylatch']) {
    mkdirSync(join(path, folder), { recursive: true })
  }
  const answer = await git(clone, ['rev-parse', '--show-object-format'])
  const format = answer.toString().trim() === 'sha256' ? '1\n[extensions]\n\tobjectFormat = sha256' : '0'
  writeFileSync(join(path, 'config'), `[core]\n\tbare = true\n\trepositoryFormatVersion = ${format}\n`)
  writeFileSync(join(path, 'HEAD'), 'ref: refs/heads/none\n')
  const objects = join(clone.commonDir, 'objects').replaceAll('\\', '/')
  const plain = !/^["#]|\n/.test(objects)
  writeFileSync(join(path, 'objects/info/alternates'), `${plain ? objects : JSON.stringify(objects)}\n`)
  const shallow = join(clone.commonDir, 'shallow')
  // Without it git would take the cut-off parents for objects that must be here.
  if (existsSync(shallow)) copyFileSync(shallow, join(path, 'shallow'))
  // What we have already, so that the server need not send it again.
  const [head] = await resolveCommits(clone, ['HEAD'])
  if (head !== undefined) writeFileSync(join(path, 'refs/keylatch/have'), `${head}\n`)
}

/** Tries again when the network or the server had a bad moment. */
async function fetchFrom(
  place: { gitDir: string; env: NodeJS.ProcessEnv },
  address: Address,
  config: readonly string[],
  flags: readonly string[],
  lines: readonly string[],
): Promise<Fetched> {
  for (let attempt = 0; ; attempt++) {
    const answer = await tryGit(
      place,
      [...config, ...REMOTE, ...urlOf(address), 'fetch', ...FETCH, ...flags, 'origin'],
      {
        lines,
        env: {
          // Proxies and certificates are set there, on Windows for everyone.
          GIT_CONFIG_NOSYSTEM: '0',
          GIT_NO_LAZY_FETCH: '0',
          GIT_ALLOW_PROTOCOL: address.protocols,
          ...address.secret,
        },
        patience: FETCH_PATIENCE,
      },
    )
    if (answer.ok) return { ok: true }
    const complaint = address.hidden.reduce((text, secret) => text.replaceAll(secret, '***'), answer.complaint)
    const missing = /(?:not our ref|unadvertised object|find remote ref) (\S+)/.exec(complaint)?.[1]
    if (missing !== undefined) return { ok: false, missing, complaint }
    const delay = RETRY_AFTER[attempt]
    if (delay === undefined || !PASSING.test(complaint)) return { ok: false, complaint }
    await sleep(delay)
  }
}

const PASSING =
  /resolve host|timed out|timeout|Connection (?:reset|refused|was)|returned error: (?:5\d\d|429)|early EOF|disconnect|hung up|SSL_ERROR_SYSCALL|GnuTLS recv/i

/**
 * The remote stands in the arguments only: our configuration never says that contents may be fetched one by one, so
 * reading finds them missing and asks for all of them together.
 */
const REMOTE = [
  '-c',
  'remote.origin.promisor=true',
  '-c',
  'remote.origin.partialCloneFilter=blob:none',
  '-c',
  'protocol.version=2',
  '-c',
  'http.followRedirects=false',
  '-c',
  'http.lowSpeedLimit=1000',
  '-c',
  'http.lowSpeedTime=60',
  '-c',
  'core.alternateRefsPrefixes=refs/keylatch/none/',
]

/** A configured `insteadOf` of someone's does not apply: the longest match wins, and this one is the whole address. */
function urlOf({ url }: Address): string[] {
  return ['-c', `remote.origin.url=${url}`, '-c', `url.${url}.insteadOf=${url}`]
}

const FETCH = [
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--filter=blob:none',
  '--stdin',
]
