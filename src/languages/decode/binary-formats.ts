/**
 * Formats that are no text, by how their files must begin: a few letters of magic prove nothing, as `GIF89a=1` is a command, so
 * whatever else the format fixes at its head is looked at too. What is none of these is a text, whatever bytes stand in it: that
 * is not for its author to say.
 */
export function binaryFormat(bytes: Uint8Array): string | undefined {
  return FORMATS.find((format) => format.is(bytes))?.name
}

/** Where a zip ends: at the end, or before a comment of 65,535 bytes at most. What it begins with may be a script. */
export function isZip(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 65_557))
  const end = Buffer.from(tail.buffer, tail.byteOffset, tail.length).lastIndexOf('PK\x05\x06')
  return end >= 0 && end + 22 + le16(tail, end + 20) === tail.length
}

export function isTar(bytes: Uint8Array): boolean {
  return /^ustar(?:\0| {2}\0)/.test(ascii(bytes, 257, 265))
}

/** What a file is packed as that we cannot unpack, by how it begins. */
export function unreadPacking(bytes: Uint8Array): string | undefined {
  return PACKINGS.find(({ begin }) => begin.test(ascii(bytes, 0, 10)))?.name
}

const PACKINGS: readonly { readonly name: string; readonly begin: RegExp }[] = [
  { name: 'bzip2', begin: /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/ },
  { name: 'xz', begin: /^\xfd7zXZ\0/ },
  { name: 'zstd', begin: /^\x28\xb5\x2f\xfd/ },
  { name: '7z', begin: /^7z\xbc\xaf\x27\x1c/ },
  { name: 'rar', begin: /^Rar!\x1a\x07[\0\x01]/ },
  { name: 'lz4', begin: /^\x04\x22\x4d\x18/ },
  { name: 'lzip', begin: /^LZIP\x01/ },
  { name: 'compress', begin: /^\x1f\x9d[\x80-\x90]/ },
  { name: 'cabinet', begin: /^MSCF\0\0\0\0/ },
]

interface Format {
  readonly name: string
  is(bytes: Uint8Array): boolean
}

const FORMATS: readonly Format[] = [
  { name: 'zip archive', is: (b) => isZip(b) && begins(b, 'PK\x03\x04') },
  { name: 'tar archive', is: isTar },
  { name: 'PNG image', is: (b) => begins(b, '\x89PNG\r\n\x1a\n\0\0\0\rIHDR') },
  { name: 'JPEG image', is: (b) => begins(b, '\xff\xd8\xff') && (b[3]! >= 0xc0 || b[3] === 0) && be16(b, 4) >= 2 },
  {
    name: 'GIF image',
    is: (b) => (begins(b, 'GIF87a') || begins(b, 'GIF89a')) && b.length > 13 && within(b, 12, 0, 1) && b[8] !== 0x20,
  },
  { name: 'RIFF media', is: (b) => begins(b, 'RIFF') && /^(?:WEBP|WAVE|AVI )/.test(ascii(b, 8, 12)) && nearly(b, 4) },
  { name: 'TIFF image', is: (b) => begins(b, 'II*\0') || begins(b, 'MM\0*') },
  { name: 'icon', is: (b) => begins(b, '\0\0\x01\0') && le16(b, 4) > 0 && le16(b, 4) < 100 && b[9] === 0 },
  { name: 'Photoshop document', is: (b) => begins(b, '8BPS\0\x01\0\0\0\0\0\0') },
  { name: 'font', is: (b) => isFont(b) },
  { name: 'compressed font', is: (b) => /^wOF[F2](?:\0\x01\0\0|OTTO|true)/s.test(ascii(b, 0, 8)) },
  { name: 'MP4 media', is: (b) => ascii(b, 4, 8) === 'ftyp' && b[0] === 0 && b[1] === 0 },
  { name: 'Matroska media', is: (b) => begins(b, '\x1a\x45\xdf\xa3') },
  { name: 'Ogg media', is: (b) => begins(b, 'OggS\0') && b[5]! < 8 },
  { name: 'FLAC audio', is: (b) => begins(b, 'fLaC\0\0\0\x22') },
  { name: 'MP3 audio', is: (b) => begins(b, 'ID3') && within(b, 3, 2, 4) && b[4] === 0 },
  { name: 'ELF program', is: (b) => begins(b, '\x7fELF') && within(b, 4, 1, 2) && within(b, 5, 1, 2) && b[6] === 1 },
  { name: 'Mach-O program', is: (b) => /^(?:[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf])/.test(ascii(b, 0, 4)) },
  { name: 'Windows program', is: (b) => begins(b, 'MZ') && ascii(b, le32(b, 60), le32(b, 60) + 4) === 'PE\0\0' },
  { name: 'WebAssembly', is: (b) => begins(b, '\0asm\x01\0\0\0') },
  { name: 'Java class', is: (b) => begins(b, '\xca\xfe\xba\xbe\0') && be16(b, 6) >= 43 && be16(b, 6) < 100 },
  { name: 'Python bytecode', is: (b) => b[1]! >= 0x0c && b[1]! <= 0x0f && ascii(b, 2, 4) === '\r\n' && le32(b, 4) < 4 },
  { name: 'object archive', is: (b) => begins(b, '!<arch>\n') && ascii(b, 66, 68) === '`\n' },
  {
    name: 'SQLite database',
    is: (b) => begins(b, 'SQLite format 3\0') && within(b, 18, 1, 2) && within(b, 21, 64, 64),
  },
  { name: 'git pack', is: (b) => /^PACK\0\0\0[\x02\x03]/.test(ascii(b, 0, 8)) },
  { name: 'git index', is: (b) => /^DIRC\0\0\0[\x02-\x04]/.test(ascii(b, 0, 8)) },
  { name: 'office document', is: (b) => begins(b, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') },
  { name: 'Parquet table', is: (b) => begins(b, 'PAR1') && ascii(b, b.length - 4, b.length) === 'PAR1' },
]

function isFont(bytes: Uint8Array): boolean {
  const known = /^(?:\0\x01\0\0|OTTO|true|ttcf)/.test(ascii(bytes, 0, 4))
  return known && be16(bytes, 4) < 256 && (be16(bytes, 4) > 0 || ascii(bytes, 0, 4) === 'ttcf') && bytes.length > 100
}

/** Does the size that the head gives fit the file? */
function nearly(bytes: Uint8Array, at: number): boolean {
  return Math.abs(le32(bytes, at) + 8 - bytes.length) < 64
}

function begins(bytes: Uint8Array, magic: string): boolean {
  for (let at = 0; at < magic.length; at++) if (bytes[at] !== magic.charCodeAt(at)) return false
  return true
}

function within(bytes: Uint8Array, at: number, least: number, most: number): boolean {
  return bytes[at]! >= least && bytes[at]! <= most
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(Math.max(0, start), Math.max(0, end))).toString('latin1')
}

const be16 = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!
const le16 = (bytes: Uint8Array, at: number) => (bytes[at + 1]! << 8) | bytes[at]!
const le32 = (bytes: Uint8Array, at: number) => (le16(bytes, at) | (le16(bytes, at + 2) << 16)) >>> 0
