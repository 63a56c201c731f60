import { isNameless, nameOf } from '../core/paths.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import type { FileFormat, Read } from './front-end.ts'
import { frontEnds } from './listing.ts'
import { isDocumentText, structuredFile, structuredText } from './structured.ts'

/** What writes JSON and YAML, among other things. */
const TEMPLATES = ['j2', 'jinja', 'jinja2', 'tpl', 'tftpl', 'tmpl', 'gotmpl', 'njk', 'erb', 'hbs', 'mustache', 'ejs']

/** JSON and YAML, of whatever kind their documents are. */
const STRUCTURED: FileFormat = {
  name: 'structured',
  // Of Elastic Beanstalk, resources among them: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-resources.html
  owns: (path) => /(?:^|\/)\.ebextensions\/[^/]+\.config$/.test(path),
  extensions: ['json', 'jsonc', 'json5', 'yaml', 'yml', 'template', 'cfn', 'cform', 'policy', 'txt', ...TEMPLATES],
  ownsText: ({ uri, text }) =>
    (isNameless(uri) && (/^\s*[[{]/.test(text) || isDocumentText(text, uri))) || isTemplateText(text),
}

/** Told by its first line, whatever its file is called. */
const isTemplateText = (text: string): boolean => /^\s*\{?\s*["']?AWSTemplateFormatVersion\b/.test(text)

/** Every format of files. */
export const fileFormats: readonly FileFormat[] = [...frontEnds.flatMap(({ files = [] }) => files), STRUCTURED]

const LIBRARIES = frontEnds.flatMap(({ libraries = [] }) => libraries)

const BY_EXTENSION: ReadonlyMap<string, FileFormat> = new Map(
  fileFormats.flatMap((format) => (format.extensions ?? []).map((extension) => [extension, format] as const)),
)

/** The format of a file by its name alone; undefined: nothing of ours, or only a look inside can tell. */
export function formatOf(path: string): FileFormat | undefined {
  const extension = /\.([^.]+)$/.exec(nameOf(path))?.[1]?.toLowerCase() ?? ''
  return fileFormats.find(({ owns }) => owns?.(path)) ?? BY_EXTENSION.get(extension)
}

/** What only a look into a file can tell: scripts begin with `#!`, standard input has no name at all. */
export function formatOfText(source: Source): FileFormat | undefined {
  return fileFormats.find(({ ownsText }) => ownsText?.(source))
}

/** Can only a look inside tell what a path without a format is? */
export function mayBeScript(path: string): boolean {
  return isNameless(path) || !nameOf(path).slice(1).includes('.')
}

export function readFile(format: FileFormat, source: Source, tree: Tree): Read {
  if (!format.read) return structuredFile(source, tree)
  return format.read(source, tree, { readDocuments: structuredText, libraries: LIBRARIES })
}
