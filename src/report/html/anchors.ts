/** Names of places in the page: each is given once, since two elements of one name are no place at all. */
export class Anchors {
  readonly #given = new Map<string, number>()

  /** A name made of what it stands for: letters, digits and hyphens; with a number where it has been given before. */
  take(wanted: string): string {
    const name = anchorOf(wanted)
    const before = this.#given.get(name) ?? 0
    this.#given.set(name, before + 1)
    return before === 0 ? name : `${name}-${before + 1}`
  }

  has(wanted: string): boolean {
    return this.#given.has(anchorOf(wanted))
  }
}

export function anchorOf(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, '-')
}
