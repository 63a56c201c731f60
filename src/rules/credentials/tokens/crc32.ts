const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as zip and PNG have it, of a text in ASCII. Node has one of its own from 22.2 on. */
export function crc32(text: string): number {
  let crc = 0xffffffff
  for (let at = 0; at < text.length; at++) crc = (crc >>> 8) ^ TABLE[(crc ^ text.charCodeAt(at)) & 255]!
  return (crc ^ 0xffffffff) >>> 0
}
