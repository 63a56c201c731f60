import type { MappedText } from '../../../core/text.ts'
import type { Module, Run } from '../scope.ts'
import { type Evaluated, memberOf } from '../value.ts'
import { attributeOf, blocksOf, boundValue } from './configured.ts'

/** The texts of the configuration that a file writes, by `generate` blocks or by an attribute of that name. */
export function generatedTexts(run: Run, file: Module): { text: MappedText; uri: string }[] {
  const attribute = file.source.configuration?.attributes.get('generate')
  const value = attribute && boundValue(run, file, attribute)
  const contents = [
    ...blocksOf(file, 'generate').map((block) => attributeOf(run, file, block, 'contents')),
    ...(value?.kind === 'map' ? value.entries : []).map((entry) => memberOf(entry.value as Evaluated, 'contents')),
  ]
  const { path } = file.source.configuration ?? { path: '' }
  return contents.flatMap((one) => (one?.kind === 'string' ? [{ text: one.text, uri: path }] : []))
}
