import type { Notification } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import { limitReached } from '../core/notice.ts'
import { nameOf } from '../core/paths.ts'
import type { Source } from '../core/source.ts'
import { type MappedText, wholeText } from '../core/text.ts'
import type { Tree } from '../core/tree.ts'
import type { Value } from '../core/value.ts'
import { scriptsOf } from '../extract/cloud-init.ts'
import { jsonValue } from '../languages/json/json.ts'
import { TEMPLATE_ENDING, withoutTemplateLines } from '../languages/template-lines.ts'
import { yamlDocuments } from '../languages/yaml/yaml.ts'
import { type DocumentFormat, NOTHING, type Read, readOf } from './front-end.ts'
import { frontEnds } from './listing.ts'

/** YAML and JSON larger than this is data, not infrastructure. */
const MOST_CHARACTERS = 8_000_000

/**
 * A JSON or YAML file with documents of the formats that front ends list, or a cloud-config. Files that are none of
 * these are not parsed.
 */
export function structuredFile(source: Source, tree: Tree): Read {
  const { text, uri } = source
  if (text.length > MOST_CHARACTERS) return isDocumentText(text, uri) ? tooLarge(source) : NOTHING
  if (/^\s*(?:## *template:[^\n]*\n)?#cloud-config/.test(text)) return cloudConfig(source)
  if (!isDocumentText(text, uri)) return NOTHING
  const { values, notifications } = parsed(wholeText(source), isJson(uri, text))
  const reads: string[] = []
  const makes: string[] = []
  const nodes: AnyNode[] = []
  const notes: Notification[] = [...notifications]
  for (const value of values) {
    const read = documentNodes(value, wholeText(source), uri, tree)
    nodes.push(...read.nodes)
    notes.push(...read.notifications)
    reads.push(...read.reads)
    makes.push(...(read.makes ?? []))
  }
  return { nodes, notifications: notes, reads, ...(makes.length > 0 && { makes }) }
}

function tooLarge(source: Source): Read {
  const message = 'larger than 8,000,000 characters, so it was searched for keys, but not read as infrastructure'
  return readOf([], [limitReached(wholeText(source), 0, message, 'structured-characters')])
}

/** Could a text hold a document of one of the formats? */
export function isDocumentText(text: string, path: string): boolean {
  // What the CDK writes beside a template says the same once more.
  return !text.includes('"tree-0.1"') && documentFormats.some(({ mayBe }) => mayBe(text, path))
}

/** Formats that are told by what a document says come first, the one that takes what is left comes last. */
export const documentFormats: readonly DocumentFormat[] = (['content', 'path', 'nothing else'] as const).flatMap(
  (toldBy) => frontEnds.flatMap(({ documents = [] }) => documents.filter((format) => format.toldBy === toldBy)),
)

/** JSON or YAML that stands inside another file; `path` tells which, and names what is found. */
export function structuredText(text: MappedText, path: string, tree: Tree): Read {
  if (!isDocumentText(text.value, path)) return NOTHING
  const { values } = parsed(text, isJson(path, text.value))
  return readOf(values.flatMap((value) => [...documentNodes(value, text, path, tree).nodes]))
}

interface Documents {
  readonly values: readonly Value[]
  readonly notifications: readonly Notification[]
}

/** What a template writes is read again without the template's own lines, if it can be read so. */
function parsed(text: MappedText, json: boolean): Documents {
  const read = parsedAsIs(text, json)
  const again = read.notifications.length > 0 ? withoutTemplateLines(text) : undefined
  const blanked = again && parsedAsIs(again, json)
  return blanked && blanked.values.length > 0 && blanked.notifications.length < read.notifications.length
    ? blanked
    : read
}

function parsedAsIs(text: MappedText, json: boolean): Documents {
  if (!json) return yamlDocuments(text)
  const { value, notifications } = jsonValue(text)
  return { values: value ? [value] : [], notifications }
}

/** By name, or by how it begins: `.template` and `.cfn` may be either. */
function isJson(written: string, text: string): boolean {
  const path = written.replace(TEMPLATE_ENDING, '')
  return /\.json[c5]?$/i.test(path) || (!/\.ya?ml$/i.test(path) && /^\uFEFF?\s*[[{]/.test(text))
}

function documentNodes(value: Value, text: MappedText, path: string, tree: Tree): Read {
  return documentFormats.find(({ owns }) => owns(value, path))?.read(value, text, path, tree) ?? NOTHING
}

function cloudConfig(source: Source): Read {
  const notifications: Notification[] = []
  const nodes = scriptsOf(wholeText(source), {
    place: 'user-data',
    anchor: nameOf(source.uri),
    notify: (notification) => notifications.push(notification),
  })
  return readOf(nodes, notifications)
}
