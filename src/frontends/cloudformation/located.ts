import { folderOf, pathFrom } from '../../core/paths.ts'
import { UNKNOWN } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'

/**
 * A file by its path, or by the end of an address that it is uploaded to: `https://${Bucket}.s3.amazonaws.com/app/child.yaml`
 * is the one file of that name, and of that folder where there are several.
 */
export function fileAt(target: string, path: string, tree: Tree): string | undefined {
  const near = pathFrom(folderOf(path), target)
  if (near !== undefined && tree.has(near)) return near
  const address = /^(?:https?|s3):\/\/[^/]*\/(.*)$/.exec(target)?.[1]
  const parts = (address ?? (target.includes(UNKNOWN) ? target : '')).split(UNKNOWN).at(-1)!.split('/').filter(Boolean)
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join('/')
    const found = tree.paths.filter((one) => one === end || one.endsWith(`/${end}`))
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
  }
  return near
}
