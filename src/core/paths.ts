import { UNKNOWN } from './text.ts'

/** `name` as seen from `folder` (empty for the root), with `/`; undefined when it leads out of the tree or is not known. */
export function pathFrom(folder: string, name: string): string | undefined {
  if (name.startsWith('/') || /^[a-z][a-z+]*:/i.test(name) || name.includes(UNKNOWN)) return undefined
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `<stdin>`. */
export const isNameless = (path: string): boolean => path.startsWith('<')
