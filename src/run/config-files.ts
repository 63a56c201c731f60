import { createHash } from 'node:crypto'
import type { Notification } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import type { RuleMeta } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import {
  type Config,
  type ConfigFile,
  type Extended,
  extendedName,
  extendsIn,
  joinConfigs,
  type RemoteConfig,
  readConfigFile,
  requireLocks,
} from '../scan/config.ts'
import { readOwnPatterns } from './own-patterns.ts'
import type { Settings } from './settings.ts'

/** What reading configurations takes, and what has been fetched for it. */
export interface ConfigReader {
  readonly settings: Settings
  readonly rules: readonly RuleMeta[]
  readonly ruleIds: ReadonlySet<string>
  /** Texts of other repositories, by name. */
  readonly remote: Map<string, string>
  /** Reads no other repository any more, but for what has been read of them. */
  readonly onlyKnown?: true
}

/** Gives a file of where a configuration stands; undefined where it is not there. */
export type Opener = (path: string) => Source | undefined | Promise<Source | undefined>

/** One that builds on one that builds on one … A company needs three. */
const DEEPEST = 5
const MOST_FILES = 20

/**
 * A configuration with all that it builds on, the one that all others build on first: what inputs name lowest, then what
 * the file names, in its order, then the file. Undefined where there is none of them.
 * @throws Problem of one line where one cannot be read.
 */
export async function configFiles(
  reader: ConfigReader,
  own: Source | undefined,
  open: Opener,
  read: (path: string) => Source | undefined = () => undefined,
): Promise<ConfigFile[] | undefined> {
  const files: ConfigFile[] = []
  for (const extended of reader.settings.extends ?? []) await add(extended, 'extends', open, [])
  if (own) await addFile(own, open, [own.uri])
  return files.length === 0 ? undefined : files

  async function add(extended: Extended, place: string, from: Opener, above: readonly string[]): Promise<void> {
    const name = extendedName(extended)
    if (above.includes(name)) throw new Problem(`${place}: ${[...above, name].join(' extends ')}: that has no end`)
    if (above.length >= DEEPEST || files.length >= MOST_FILES) {
      throw new Problem(`${place}: ${name} is one too many: at most ${DEEPEST} deep, and ${MOST_FILES} in all`)
    }
    if (extended.kind === 'preset') {
      files.push({ uri: name, settings: { preset: extended.name }, places: new Map() })
      return
    }
    const opened = extended.kind === 'github' ? await fetched(reader, extended, place) : await from(extended.path)
    if (opened === 'unread') {
      files.push({ uri: name, settings: {}, places: new Map(), unread: true })
      return
    }
    if (!opened) throw new Problem(`${place}: ${name} does not exist`)
    const inside: Opener =
      extended.kind === 'github' ? (path) => besideRemote(reader, { ...extended, path }, place) : from
    await addFile({ ...opened, uri: name }, inside, [...above, name])
  }

  async function addFile(source: Source, from: Opener, above: readonly string[]): Promise<void> {
    for (const { extended, line, column } of extendsIn(source)) {
      await add(extended, `${source.uri}:${line}:${column}`, from, above)
    }
    const described = files.flatMap(({ settings }) => (settings.patterns ?? []).map(({ id }) => id))
    const idsFrom = (patternsFrom: readonly string[]) =>
      readOwnPatterns({ patterns: [], patternsFrom, uri: source.uri }, read).patterns.map(({ id }) => id)
    const file = readConfigFile(source, new Set([...reader.ruleIds, ...described]), idsFrom)
    const place = file.places.get('patterns-from')
    if (place && source.uri.startsWith('github:')) {
      throw new Problem(
        `${source.uri}:${place.line}:${place.column}: patterns-from names files of the repository; write patterns here`,
      )
    }
    files.push(file)
  }
}

/** The configuration that files make together. @throws Problem where one makes laxer what another one has locked. */
export function configOf({ rules }: ConfigReader, files: readonly ConfigFile[]): Config {
  requireLocks(files, rules)
  return joinConfigs(files)
}

export function isWhole(files: readonly ConfigFile[]): boolean {
  return files.every(({ unread }) => !unread)
}

async function fetched(reader: ConfigReader, wanted: RemoteConfig, place: string): Promise<Source | 'unread'> {
  const name = extendedName(wanted)
  const known = reader.remote.get(name)
  if (known !== undefined) return { uri: name, text: known }
  if (reader.onlyKnown) return 'unread'
  const fetch = reader.settings.remoteConfig
  if (!fetch) throw new Problem(`${place}: ${name} is in another repository, and there is no token to read it with`)
  try {
    const text = await fetch(wanted)
    reader.remote.set(name, text)
    return { uri: name, text }
  } catch (error) {
    if (error instanceof Problem) throw new Problem(`${place}: ${error.message}`)
    throw error
  }
}

/** A path in a file of another repository is one of that repository, at the same commit. */
async function besideRemote(reader: ConfigReader, wanted: RemoteConfig, place: string): Promise<Source | undefined> {
  const found = await fetched(reader, wanted, place)
  return found === 'unread' ? undefined : found
}

/** Which files of other repositories decided, and what they were: their digests can be compared. */
export function remoteTold({ remote }: ConfigReader): Notification[] {
  return [...remote].map(([name, text]) => ({
    level: 'note',
    id: 'config-extends',
    message: `The configuration builds on ${name}, of SHA-256 ${createHash('sha256').update(text).digest('hex')}.`,
  }))
}
