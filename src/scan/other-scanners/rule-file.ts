import { compileFinder, type Finder } from '../../languages/patterns/pattern.ts'
import { ALLOW_TARGETS } from '../../rules/patterns/pattern.ts'
import type { GlobalAllow } from '../rule-files/model.ts'
import type { Leaves, Suspect } from './model.ts'

/** What a file with rules of another scanner leaves alone, whichever rule finds it. */
export interface FileAllows {
  readonly uri: string
  readonly allow: readonly GlobalAllow[]
}

export function readFileAllows({ uri, allow }: FileAllows): Leaves[] {
  return allow.map((entry, index): Leaves => {
    const finders = ALLOW_TARGETS.flatMap((target) => {
      const written = entry[target]
      return written === undefined ? [] : [[target, compileFinder(written)] as const]
    })
    const suppression = { kind: 'external', mechanism: uri, justification: `${uri}, allowlist ${index + 1}` } as const
    return (suspect, budget) => {
      if (entry.commits && !isOfCommits(suspect, entry.commits)) return undefined
      const isFound = ([target, finder]: readonly [(typeof ALLOW_TARGETS)[number], Finder]) =>
        (finder.findAll(shown(suspect, target), budget)?.length ?? 0) > 0
      return finders.every(isFound) ? suppression : undefined
    }
  })
}

/** Of a long line, this much is shown to the expressions. */
const WIDEST = 4000

function shown({ finding, lineText, secretValue }: Suspect, target: (typeof ALLOW_TARGETS)[number]): string {
  if (target === 'path') return finding.location.uri
  return target === 'line' ? lineText.slice(0, WIDEST) : (secretValue ?? lineText.slice(0, WIDEST))
}

/** Every commit that brought it in is one of these. */
function isOfCommits({ finding: { commits, location } }: Suspect, allowed: readonly string[]): boolean {
  const own = [...commits, ...(location.commit ? [location.commit] : [])]
  return own.length > 0 && own.every((commit) => allowed.some((one) => one.length >= 7 && commit.startsWith(one)))
}
