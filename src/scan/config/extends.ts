import { isScalar, isSeq } from 'yaml'
import { Problem } from '../../core/problem.ts'
import { type Extended, PRESETS, type Preset, type RemoteConfig } from './model.ts'
import { hint } from './nearest.ts'
import { ruleFault } from './rule-ids.ts'
import { items, offsetOf, type Reader, text } from './yaml.ts'

/** Reads `extends`: one, or a list of which the later ones win. */
export function extendsOf(value: unknown, at: number, reader: Reader): Extended[] {
  const written: [unknown, number][] =
    isSeq(value) || !isScalar(value) ? items(value, at, reader, 'extends') : [[value, at]]
  return written.flatMap(([item, place]) => {
    const name = text(item, place, reader, 'extends')
    if (name === undefined) return []
    const found = parseExtended(name)
    if (typeof found !== 'string') return [found]
    reader.complaints.add(offsetOf(item, place), `extends: ${found}`)
    return []
  })
}

/** The same of an input or a flag. @throws Problem that names it. */
export function extendsGiven(names: readonly string[], by: string): Extended[] {
  return names.map((name) => {
    const found = parseExtended(name)
    if (typeof found === 'string') throw new Problem(`${by}: ${found}`)
    return found
  })
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** What a name stands for, or what is wrong with it. */
function parseExtended(name: string): Extended | string {
  if (PRESETS.includes(name as Preset)) return { kind: 'preset', name: name as Preset }
  if (name.startsWith('github:')) return remoteOf(name)
  if (!/[./]/.test(name)) {
    return `"${name}" is no preset${hint(name, PRESETS)} (${PRESETS.join(', ')}), and a path has a "." or a "/"`
  }
  const fault = pathFault(name)
  return fault ?? { kind: 'path', path: name.replace(/^(\.\/)+/, '') }
}

function remoteOf(name: string): RemoteConfig | string {
  const [, owner, repo, path, commit] = /^github:([\w.-]+)\/([\w.-]+)\/([^@]+)@(.+)$/.exec(name) ?? []
  if (!owner || !repo || !path || !commit) return `"${name}" is not of the form github:OWNER/REPO/PATH@COMMIT`
  if (!COMMIT.test(commit)) {
    return `"${name}" must name a commit by all its 40 digits: branches and tags can be moved by whoever may push them`
  }
  const fault = pathFault(path)
  return fault ?? { kind: 'github', owner, repo, path, commit }
}

/** For people, and for telling the same one again. */
export function extendedName(extended: Extended, whole = true): string {
  if (extended.kind === 'preset') return `preset ${extended.name}`
  if (extended.kind === 'path') return extended.path
  const { owner, repo, path, commit } = extended
  return `github:${owner}/${repo}/${path}@${whole ? commit : commit.slice(0, 7)}`
}

/** Keys that can be locked: each is a setting that can be made laxer. */
export const LOCKABLE = [
  'fail-on',
  'fail-on-confidence',
  'preset',
  'rules',
  'thresholds',
  'paths-ignore',
  'trusted-accounts',
  'allow',
  'baseline',
  'inline-suppressions',
  'dismissals',
] as const

/** Reads `locked`: keys, rules and packs. */
export function lockedOf(value: unknown, at: number, reader: Reader): Set<string> {
  const names = items(value, at, reader, 'locked').flatMap(([item, place]) => {
    const name = text(item, place, reader, 'locked')
    if (name === undefined) return []
    const known: readonly string[] = LOCKABLE
    const fault = known.includes(name)
      ? undefined
      : name.includes('/')
        ? ruleFault(name, reader.ruleIds)
        : unlockable(name)
    if (fault) reader.complaints.add(offsetOf(item, place), fault)
    return fault ? [] : [name]
  })
  return new Set(names)
}

function unlockable(name: string): string {
  return `"${name}" cannot be locked${hint(name, LOCKABLE) || `; it takes rules, packs and ${LOCKABLE.join(', ')}`}`
}

/** What is wrong with a path that a configuration names. */
export function pathFault(path: string): string | undefined {
  if (path.trim() === '') return 'the path must not be empty'
  if (path.includes('\\')) return 'folders are separated by "/", on Windows too'
  if (/^(\/|[A-Za-z]:|~)/.test(path) || path.split('/').includes('..'))
    return 'the path must stay inside the repository'
  return undefined
}
