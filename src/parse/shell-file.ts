import type { Source } from '../core/source.ts'
import { wholeText } from '../core/text.ts'
import { languageOf, scriptNode } from './cloud-init.ts'
import { type Read, readOf } from './front-end.ts'
import { nameOf } from './paths.ts'

/** A script of the repository. */
export function shellFile(source: Source): Read {
  const text = wholeText(source)
  const language = languageOf(source.text, source.uri)
  return readOf([scriptNode(text, language, { place: 'script', anchor: nameOf(source.uri) })])
}
