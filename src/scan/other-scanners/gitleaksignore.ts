import type { Notification } from '../../core/finding.ts'
import type { Source } from '../../core/source.ts'
import { linesOf, notFollowed } from './lines.ts'
import type { Leaves, Suspect } from './model.ts'

/**
 * `.gitleaksignore`: one fingerprint a line, `commit:path:rule:line` or `path:rule:line`. The commit is whole or
 * shortened, as gitleaks before and after 8.26 writes it. Whatever its rule, it leaves secrets on that line alone:
 * someone looked at the place. Without a commit the entry holds, in a pull request, for what stood there at the base only.
 * https://github.com/gitleaks/gitleaks#gitleaksignore
 */
export function readGitleaksignore(source: Source, told: Notification[]): Leaves[] {
  const entries = new Map<string, Entry[]>()
  for (const { line, text } of linesOf(source, told)) {
    const found = /^(?:([0-9a-f]{7,40}):)?(.+):[\w.-]+:(\d+)$/.exec(text.trim())
    if (!found) {
      told.push(notFollowed(source, line, 'not a fingerprint such as `commit:path:rule:line`'))
      continue
    }
    const place = `${found[2]}:${found[3]}`
    const entry = { commit: found[1] ?? '', line }
    if (!entries.get(place)?.push(entry)) entries.set(place, [entry])
  }
  return entries.size === 0 ? [] : [leavesBy(source, entries)]
}

interface Entry {
  /** Empty for every commit. */
  readonly commit: string
  readonly line: number
}

function leavesBy(source: Source, entries: ReadonlyMap<string, readonly Entry[]>): Leaves {
  return ({ finding, stood }) => {
    const { location } = finding
    const known = entries.get(`${location.uri}:${location.region.startLine}`)
    const entry = known?.find(({ commit }) =>
      commit === '' ? stood() : commitsOf(finding).some((one) => one.startsWith(commit)),
    )
    if (!entry) return undefined
    return { kind: 'external', mechanism: source.uri, justification: `${source.uri}, line ${entry.line}` }
  }
}

function commitsOf({ location, commits }: Suspect['finding']): string[] {
  return [...commits, location.commit ?? '']
}
