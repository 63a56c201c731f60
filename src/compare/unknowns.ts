import type { Source } from '../core/source.ts'
import { UNKNOWN } from '../core/text.ts'
import type { Leaf } from '../core/value.ts'

/** A value with a letter of its own for each thing in it that is not known. */
export type Spell = (leaf: Leaf, value?: string) => string

/**
 * Two things that are not known look alike, and are two: `${var.a}` at the base is not `${var.b}` at the head. They are
 * told apart by what is written in their place, so each gets a letter of its own, the same at both ends.
 */
export class Unknowns {
  readonly #letters = new Map<string, string>()

  /** `read` gives the texts of the end that the values are of. */
  spelling(read: (uri: string) => Source | undefined): Spell {
    return (leaf, value = leaf.value) => {
      if (!value.includes(UNKNOWN)) return value
      const { uri, start, end } = leaf.span
      const written = writtenUnknowns(read(uri)?.text.slice(start, end) ?? '')
      const parts = value.split(UNKNOWN)
      const own = written.length === parts.length - 1
      return parts.reduce((all, part, at) => all + this.#letterOf(own ? written[at - 1]! : written.join(' ')) + part)
    }
  }

  #letterOf(written: string): string {
    const known = this.#letters.get(written)
    if (known !== undefined) return known
    // The letters of Unicode's private use; one who has used them all up gets no more of them.
    const letter = String.fromCharCode(Math.min(FIRST + this.#letters.size, LAST))
    this.#letters.set(written, letter)
    return letter
  }
}

const FIRST = UNKNOWN.charCodeAt(0)
const LAST = 0xf8ff

/** `${…}` each, else all that is written, whatever quotes and blanks there are around it. */
function writtenUnknowns(text: string): string[] {
  const inserted = text.match(/\$\{[^{}]*\}/g)
  return inserted ? inserted.map((one) => plain(one.slice(2, -1))) : [plain(text.replace(/["']/g, ''))]
}

/** `"${x}"` is `x`, and the only one of a resource is the resource: old ways of writing, and new switches, say nothing else. */
function plain(written: string): string {
  return written.replace(/\s/g, '').replace(/\[(?:0|count\.index)\]|\.0(?=\.)/g, '')
}
