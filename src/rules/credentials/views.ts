import type { Analysis } from '../../core/analysis.ts'
import type { TextNode } from '../../core/node.ts'
import type { RuleContext } from '../../core/rule.ts'
import { locate, type MappedText } from '../../core/text.ts'
import { decode, isDecoded } from '../../languages/decode/decode.ts'

/**
 * The ways to read a text that a credential rule looks at: as it stands, and with each encoded part decoded in its place.
 * A text that was decoded already has been seen as a part of its origin: nothing.
 */
export function viewsOf(text: MappedText, unit: Analysis): readonly MappedText[] {
  return isDecoded(text) ? [] : [text, ...unit.of(decode, text).texts]
}

/** Does this view show the stretch in another way than the text around it, so that it was not seen before? */
export function freshIn(view: MappedText, start: number, end: number): boolean {
  if (!isDecoded(view)) return true
  let low = 0
  let high = view.decoded.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.decoded[middle]!.end < start) low = middle + 1
    else high = middle
  }
  // One character either way: `%3DAKIA…` is seen only once the `=` is.
  return low < view.decoded.length && view.decoded[low]!.start <= end
}

/** Every match of `pattern` (with the flag g) in any view of a text, once a place, in order of the views. */
export function* matchesIn(text: MappedText, pattern: RegExp, unit: Analysis) {
  const seen = new Set<string>()
  for (const view of viewsOf(text, unit)) {
    for (const match of view.value.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (!freshIn(view, start, end)) continue
      const span = locate(view, start, end)
      const place = `${span.start}:${span.end}`
      if (seen.has(place)) continue
      seen.add(place)
      yield { value: match[0], groups: match, span, view: view.value, start, end }
    }
  }
}

/** Says what a limit kept from being decoded, so that silence is not taken for clean. Once a text: one rule calls it. */
export function notifyOfCuts(node: TextNode, context: RuleContext): void {
  for (const cut of context.unit.of(decode, node.text).cuts) {
    context.notify({
      level: 'warning',
      id: 'not-decoded',
      message: `Not searched for secrets: ${cut}.`,
      location: { uri: node.uri },
      unread: { span: { ...node.span, end: node.span.start }, limit: 'decoded-characters' },
    })
  }
}
