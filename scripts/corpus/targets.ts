import { readFileSync, statSync } from 'node:fs'

/** What is scanned: a folder, or a range of the commits of the repository there. */
export interface Target {
  readonly name: string
  readonly folder: string
  readonly range?: { readonly base: string; readonly head: string }
}

/** The targets of a text file, one a line; empty lines and those that begin with `#` say nothing. */
export function targetsIn(file: string): Target[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/)
  return lines.map((line) => line.trim()).flatMap((line) => (line && !line.startsWith('#') ? [targetOf(line)] : []))
}

/** `FOLDER` or `FOLDER BASE..HEAD`; names of folders may hold spaces and dots, so what is a folder is one. */
export function targetOf(line: string): Target {
  if (isFolder(line)) return { name: line, folder: line }
  const [, folder, base, head] = /^(.+?)\s+(\S+?)\.\.(\S*)$/.exec(line) ?? []
  if (!folder || !base || !isFolder(folder)) throw new Error(`'${line}' is neither FOLDER nor FOLDER BASE..HEAD`)
  return { name: line, folder, range: { base, head: head || 'HEAD' } }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
