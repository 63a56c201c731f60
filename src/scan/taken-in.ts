import { folderOf, pathFrom } from '../core/paths.ts'
import type { Span } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import type { Parsed } from '../frontends/parsed.ts'
import type { RuleHit } from './check.ts'

/**
 * A hit in a file that is not to be judged counts where a judged file of its unit takes that in (a module by its folder, a
 * template or a policy by its name). A unit that nobody judges has none.
 */
export function whereTakenIn(
  found: RuleHit,
  { files, reads }: Pick<Parsed, 'files' | 'reads'>,
  tree: Tree,
  wanted: (path: string) => boolean,
): RuleHit[] {
  const { hit } = found
  const { uri } = hit.span
  if (wanted(uri)) return [found]
  const judged = [...files, ...reads].filter(wanted)
  const span = judged.map((path) => mention(path, uri, tree)).find((place) => place !== undefined) ?? whole(judged[0])
  if (!span) return []
  const { fix: _, ...kept } = hit
  const message = `${hit.message} It stands in \`${uri}\`, which is ignored, and is used here.`
  const related = [...(hit.related ?? []), { span: hit.span, message: 'where it stands' }]
  const secretSpans = hit.secret ? [...(hit.secretSpans ?? []), hit.span] : hit.secretSpans
  return [{ ...found, hit: { ...kept, span, message, related, ...(secretSpans ? { secretSpans } : {}) } }]
}

/** Where a file names another one, or a folder that it stands in. */
function mention(path: string, uri: string, tree: Tree): Span | undefined {
  for (const { 0: quoted, index } of tree.read(path)?.text.matchAll(/["']?[\w./-]*[\w/-]["']?/g) ?? []) {
    if (!quoted.includes('/') && !uri.endsWith(quoted.replace(/["']/g, ''))) continue
    const name = quoted.replace(/["']/g, '')
    const target = pathFrom(folderOf(path), name)
    if (target && (target === uri || uri.startsWith(`${target}/`))) {
      return { uri: path, start: index, end: index + quoted.length }
    }
  }
  return undefined
}

function whole(path: string | undefined): Span | undefined {
  return path === undefined ? undefined : { uri: path, start: 0, end: 0 }
}
