import { Analysis } from '../../src/core/analysis.ts'
import type { Notification } from '../../src/core/finding.ts'
import type { TextNode } from '../../src/core/node.ts'
import type { Hit, Rule, RuleContext } from '../../src/core/rule.ts'
import type { Span } from '../../src/core/source.ts'
import { wholeText } from '../../src/core/text.ts'

/** All hits of some rules on a text, in the order of the rules. */
export async function hitsIn(
  rules: readonly Rule<'text'>[],
  uri: string,
  text: string,
  notifications: Notification[] = [],
): Promise<Hit[]> {
  const node: TextNode = {
    kind: 'text',
    uri,
    anchor: '',
    span: { uri, start: 0, end: text.length },
    text: wholeText({ uri, text }),
  }
  const context: RuleContext = {
    trustedAccounts: new Set(),
    unit: new Analysis([node]),
    notify: (notification) => notifications.push(notification),
  }
  const hits: Hit[] = []
  for (const rule of rules) for await (const hit of rule.check(node, context)) hits.push(hit)
  return hits
}

export function textAt(source: string, { start, end }: Span): string {
  return source.slice(start, end)
}
