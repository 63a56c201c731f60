import type { Json } from '../../../account/snapshot.ts'

/**
 * An answer of AWS in XML as JSON would say it: texts for elements without children, lists for children called `member`
 * or `item` and for those that are repeated. AWS writes no attributes that matter here, and no declarations of its own.
 */
export function xmlAnswer(text: string): Json {
  const stack: Element[] = [{ name: '', children: [], text: '' }]
  for (const [, close, name, closed, between] of text.matchAll(TOKENS)) {
    const top = stack.at(-1)!
    if (between !== undefined) top.text += between
    else if (close) {
      if (stack.length > 1) stack.pop()
    } else if (name !== undefined) {
      const element: Element = { name: name.replace(/^.*:/, ''), children: [], text: '' }
      top.children.push(element)
      if (!closed) stack.push(element)
    }
  }
  const root = stack[0]!.children[0]
  return root ? valueIn(root) : {}
}

interface Element {
  readonly name: string
  readonly children: Element[]
  text: string
}

/** A tag that ends something, one that begins it (or is closed in itself), what is skipped, or a text between tags. */
const TOKENS = /<(\/)[^>]*>|<([A-Za-z][\w:.-]*)[^>]*?(\/)?>|<[?!][^>]*>|([^<]+)/g

function valueIn({ children, text }: Element): Json {
  if (children.length === 0) return decoded(text)
  const [first] = children
  if (first!.name === 'member' || first!.name === 'item') return children.map(valueIn)
  if (first!.name === 'entry') return Object.fromEntries(children.map(entryOf))
  const members: Record<string, Json> = {}
  for (const child of children) {
    const value = valueIn(child)
    const known = members[child.name]
    members[child.name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value]
  }
  return members
}

/** `<entry><key>Policy</key><value>…</value></entry>`, as maps are written. */
function entryOf(entry: Element): [string, Json] {
  const part = (name: string) => entry.children.find((child) => child.name === name)
  return [part('key')?.text ?? '', decoded(part('value')?.text ?? '')]
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
