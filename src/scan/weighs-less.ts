import type { Hit } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import { certificateReason } from './certificates.ts'
import { sampleReason } from './sample-files.ts'
import { contextReason, namedReason } from './secret-context.ts'

/** Why a hit weighs less than its rule says, by the file and the place where it stands; undefined where it does not. */
export function reasonsToWeighLess(read: (uri: string) => Source | undefined): (hit: Hit) => string | undefined {
  const samples = new Map<string, string | undefined>()
  const byFile = ({ uri, text }: Source): string | undefined => {
    if (!samples.has(uri)) samples.set(uri, sampleReason(uri, text))
    return samples.get(uri)
  }
  return ({ lighterInSamples, span: { uri, start } }) => {
    if (lighterInSamples === undefined) return undefined
    const source = { uri, text: read(uri)?.text ?? '' }
    const byPlace = (): string | undefined =>
      lighterInSamples === 'by-place'
        ? contextReason(source.text, start, uri)
        : (namedReason(source.text, start) ?? certificateReason(source, read))
    return byFile(source) ?? byPlace()
  }
}
