/** An object id as git writes it in full: 40 hex digits, or 64 in a SHA-256 repository. */
export function isId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}

/** Git's way to say "none". */
export function isZeroId(id: string): boolean {
  return /^0+$/.test(id)
}

/** For people: `1a2b3c4`. */
export function shortId(id: string): string {
  return id.slice(0, 7)
}

export interface IdSet {
  readonly size: number
  has(id: string): boolean
  /** False when it was in already. */
  add(id: string): boolean
}

/**
 * A set of object ids for repositories with millions of objects: about 40 bytes an id (64 for SHA-256) where a Set of
 * strings takes 100. Whole ids are compared, since someone can make two objects that agree in their first 8 bytes.
 * All ids must be of one length.
 */
export function createIdSet(): IdSet {
  let words = 5
  let capacity = 1024
  let slots = new Uint32Array(capacity * words)
  let used = new Uint8Array(capacity)
  let size = 0
  const key = new Uint32Array(8)

  const parse = (id: string): void => {
    for (let word = 0; word < words; word++) key[word] = Number.parseInt(id.slice(word * 8, word * 8 + 8), 16)
  }
  /** Where the key is, or the free slot where it would go. */
  const find = (): number => {
    let slot = (key[0]! ^ key[words - 1]!) & (capacity - 1)
    while (used[slot]) {
      let word = 0
      while (word < words && slots[slot * words + word] === key[word]) word++
      if (word === words) break
      slot = (slot + 1) & (capacity - 1)
    }
    return slot
  }
  const grow = (): void => {
    const [oldSlots, oldUsed] = [slots, used]
    capacity *= 2
    slots = new Uint32Array(capacity * words)
    used = new Uint8Array(capacity)
    for (let old = 0; old < oldUsed.length; old++) {
      if (!oldUsed[old]) continue
      key.set(oldSlots.subarray(old * words, old * words + words))
      const slot = find()
      used[slot] = 1
      slots.set(key.subarray(0, words), slot * words)
    }
  }

  return {
    get size() {
      return size
    },
    has(id) {
      if (id.length !== words * 8) return false
      parse(id)
      return used[find()] === 1
    },
    add(id) {
      if (size === 0 && id.length === 64 && words === 5) {
        words = 8
        slots = new Uint32Array(capacity * words)
      }
      if (id.length !== words * 8)
        throw new RangeError(`an object id of ${id.length} digits among others of ${words * 8}`)
      parse(id)
      const slot = find()
      if (used[slot]) return false
      used[slot] = 1
      slots.set(key.subarray(0, words), slot * words)
      size++
      if (size * 3 > capacity * 2) grow()
      return true
    },
  }
}
