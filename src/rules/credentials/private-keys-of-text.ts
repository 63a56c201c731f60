import type { Analysis } from '../../core/analysis.ts'
import type { Span } from '../../core/source.ts'
import { locate, type MappedText } from '../../core/text.ts'
import { findPrivateKeys, type PrivateKey } from './private-keys.ts'
import { freshIn, viewsOf } from './views.ts'

/** A private key with its place and the text just before it, which says what the key is for. */
export interface PlacedKey extends PrivateKey {
  readonly span: Span
  readonly value: string
  readonly before: string
}

/** The private keys in a text and in what is encoded in it, each once; to be asked of a unit (`unit.of`). */
export function privateKeysIn(text: MappedText, unit: Analysis): readonly PlacedKey[] {
  const keys = new Map<string, PlacedKey>()
  for (const view of viewsOf(text, unit)) {
    for (const key of findPrivateKeys(view.value)) {
      if (!freshIn(view, key.start, key.end)) continue
      const value = view.value.slice(key.start, key.end)
      const before = view.value.slice(Math.max(0, key.start - 600), key.start)
      const span = locate(view, key.start, key.end)
      const place = `${span.start}`
      if (!keys.has(place)) keys.set(place, { ...key, span, value, before })
    }
  }
  return [...keys.values()]
}

/** The key file of a Google service account says `private_key_id` just before its `private_key`. */
export function isServiceAccountKey(key: PlacedKey): boolean {
  return /private_key_id/.test(key.before) && /private_key["'\s]*[:=][\s"'|>-]*$/.test(key.before)
}
