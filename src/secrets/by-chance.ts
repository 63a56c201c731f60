import { wordiness } from './rarity.ts'

/**
 * Are the signs of a value there by chance, as in what a machine draws from all that a keyboard has (`aws secretsmanager
 * get-random-password`, `random_password`)? Then a dollar, a brace or a parenthesis makes no template, code or pattern of it: in those
 * there are words, and brackets that match.
 */
export function isDrawnWithSigns(value: string): boolean {
  if (value.length < 12 || !KINDS.every((kind) => kind.test(value)) || /\s/.test(value)) return false
  if (wordiness(value.replace(/[^A-Za-z0-9]+/g, ' ').trim()) > -1) return false
  const brackets = value.match(/[()[\]{}]/g) ?? []
  return brackets.length > 0 ? !areMatching(brackets) : new Set(value.match(/[^A-Za-z0-9]/g)).size >= 3
}

const KINDS = [/[a-z]/, /[A-Z]/, /\d/]
const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Is each closed in its turn? */
function areMatching(brackets: readonly string[]): boolean {
  const open: string[] = []
  for (const bracket of brackets) {
    const closing = CLOSED_BY[bracket]
    if (closing) open.push(closing)
    else if (open.pop() !== bracket) return false
  }
  return open.length === 0
}
