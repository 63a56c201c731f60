import type { Source } from '../core/source.ts'
import type { FrontEnd } from './front-end.ts'
import { nameOf } from './paths.ts'
import { shellFile } from './shell-file.ts'
import { structuredFile } from './structured.ts'

/** How a file is read. */
export interface Kind {
  readonly name: string
  readonly read: FrontEnd
  /** It may take in other files, so it is read before those that may be taken in. */
  readonly takesIn: boolean
}

const STRUCTURED: Kind = { name: 'structured', read: structuredFile, takesIn: false }
const SHELL: Kind = { name: 'shell', read: shellFile, takesIn: true }

/** What kind of file a path is, by its name alone; undefined: nothing of ours, or only its first line can tell. */
export function kindOf(path: string): Kind | undefined {
  const name = nameOf(path)
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return BY_EXTENSION.get(extension)
}

/** Files without an extension are looked into: scripts begin with `#!`. */
export function kindOfUnnamed(source: Source): Kind | undefined {
  if (/^#![^\n]*\b(?:ba|da|z|k|a)?sh\b/.test(source.text)) return SHELL
  return undefined
}

/** Could a path without a kind of its own be a script? */
export function mayBeScript(path: string): boolean {
  return !nameOf(path).slice(1).includes('.')
}

const BY_EXTENSION: ReadonlyMap<string, Kind> = new Map([
  ...['json', 'jsonc', 'json5', 'yaml', 'yml', 'template', 'cfn', 'policy'].map((extension): [string, Kind] => [
    extension,
    STRUCTURED,
  ]),
  ...['sh', 'bash', 'zsh', 'ksh', 'envrc', 'ps1'].map((extension): [string, Kind] => [extension, SHELL]),
])
