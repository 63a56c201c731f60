import type { Hit, RuleContext } from '../../core/rule.ts'

/** Nobody reads that many; each that could be guessed costs a slow hash for its fingerprint. */
export const MOST_SECRETS = 20_000

/** The hits of one rule on one text or script, and word of what is left where they are too many: reached by those who want to hide one. */
export function* boundedHits(
  hits: Iterable<Hit>,
  { uri }: { readonly uri: string },
  context: RuleContext,
): Generator<Hit> {
  let count = 0
  for (const hit of hits) {
    if (++count > MOST_SECRETS) {
      context.notify({
        level: 'warning',
        id: 'secrets-cut-short',
        message: `There are more than ${MOST_SECRETS.toLocaleString('en')} passwords of one kind here; the rest is not told.`,
        location: { uri },
        unread: { span: hit.span, limit: 'secrets' },
      })
      return
    }
    yield hit
  }
}
