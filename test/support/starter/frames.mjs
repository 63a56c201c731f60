/** What is said between a process of tests and its starter: a letter, a length, and so many bytes. */
export const Frames = {
  start: 's',
  in: 'i',
  inEnd: 'I',
  kill: 'k',
  out: 'o',
  outEnd: 'O',
  err: 'e',
  errEnd: 'E',
  error: 'x',
  end: 'z',
}

const HEAD = 5

/** @param {string} kind @param {string | Uint8Array} content */
export function frame(kind, content) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const head = Buffer.alloc(HEAD)
  head.write(kind, 0, 'latin1')
  head.writeUInt32LE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

/** Parts of a stream to frames. @param {(kind: string, content: Buffer) => void} take */
export function takeFrames(take) {
  let parts = []
  let size = 0
  let needed = HEAD
  return (/** @type {Buffer} */ part) => {
    parts.push(part)
    size += part.length
    if (size < needed) return
    let bytes = parts.length === 1 ? part : Buffer.concat(parts)
    needed = HEAD
    while (bytes.length >= HEAD) {
      needed = HEAD + bytes.readUInt32LE(1)
      if (bytes.length < needed) break
      take(bytes.toString('latin1', 0, 1), bytes.subarray(HEAD, needed))
      bytes = bytes.subarray(needed)
      needed = HEAD
    }
    parts = [bytes]
    size = bytes.length
  }
}
