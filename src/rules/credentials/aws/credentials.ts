import type { Analysis } from '../../../core/analysis.ts'
import type { Span } from '../../../core/source.ts'
import { locate, type MappedText } from '../../../core/text.ts'
import { freshIn, viewsOf } from '../views.ts'
import { type AwsCredential, detectAws, type Part } from './detector.ts'

/** A value and where it is written, in whatever encoding. */
export interface Located {
  readonly value: string
  readonly span: Span
}

/** One AWS key of a text: what is known of it, and every further place where it, or its other half, stands. */
export interface AwsKey extends Omit<AwsCredential, 'id' | 'secret' | 'token'> {
  readonly id?: Located
  readonly secret?: Located
  readonly token?: Located
  readonly again: readonly Located[]
}

/**
 * The AWS keys in a text and in what is encoded in it, each once, in order. A half in plain text and its other half in
 * base64 are a pair.
 */
export function awsKeysIn(text: MappedText, unit: Analysis): readonly AwsKey[] {
  return once(merged(viewsOf(text, unit)))
}

type LoneKey = Omit<AwsKey, 'again'>
const PARTS = ['id', 'secret', 'token'] as const

/** What the plain text shows, completed by what only its decoded parts show. */
function merged(views: readonly MappedText[]): LoneKey[] {
  const found = new Set<LoneKey>()
  const byPart = new Map<string, LoneKey>()
  for (const view of views) {
    for (const credential of detectAws(view.value)) {
      const parts = PARTS.flatMap((name) => credential[name] ?? [])
      if (!parts.some((part) => freshIn(view, part.start, part.end))) continue
      const key = locatedIn(view, credential)
      const same = new Set(partsOf(key).flatMap((part) => byPart.get(placeKey(part)) ?? []))
      if ([...same].some((other) => partsOf(other).length >= partsOf(key).length)) continue
      for (const other of same) found.delete(other)
      found.add(key)
      for (const part of partsOf(key)) byPart.set(placeKey(part), key)
    }
  }
  return [...found]
}

function locatedIn(view: MappedText, credential: AwsCredential): LoneKey {
  const at = (part: Part | undefined) => part && { value: part.value, span: locate(view, part.start, part.end) }
  const { confidence, signature, record } = credential
  const [id, secret, token] = [at(credential.id), at(credential.secret), at(credential.token)]
  return { confidence, signature, record, ...(id && { id }), ...(secret && { secret }), ...(token && { token }) }
}

/** One key for all the places that give the same id, or the same secret half: the fullest of them, the others as `again`. */
function once(keys: readonly LoneKey[]): AwsKey[] {
  const groups = new Map<string, LoneKey[]>()
  const fullestFirst = [...keys].sort((a, b) => partsOf(b).length - partsOf(a).length || startOf(a) - startOf(b))
  for (const key of fullestFirst) {
    const names = [key.id?.value, key.secret?.value].filter((value) => value !== undefined)
    const group = names.map((name) => groups.get(name)).find((known) => known !== undefined) ?? []
    group.push(key)
    for (const name of names) if (!groups.has(name)) groups.set(name, group)
  }
  return [...new Set(groups.values())]
    .map(([first, ...rest]) => {
      const own = new Set(partsOf(first!).map(placeKey))
      const again = rest.flatMap(partsOf).filter((part) => !own.has(placeKey(part)))
      return {
        ...first!,
        signature: first!.signature && rest.every((key) => key.signature),
        record: first!.record && rest.every((key) => key.record),
        again,
      }
    })
    .sort((a, b) => startOf(a) - startOf(b))
}

function partsOf(key: LoneKey): Located[] {
  return PARTS.flatMap((name) => key[name] ?? [])
}

function placeKey({ value, span }: Located): string {
  return `${span.start}:${span.end}:${span.uri}:${value}`
}

function startOf(key: LoneKey): number {
  return (key.id ?? key.secret)!.span.start
}
