/** Is the address in the network, `203.0.113.0/24`, `2001:db8::/32` or one address? Malformed ones are in none. */
export function inNetwork(address: string, network: string): boolean {
  const [base = '', length] = network.split('/')
  const wanted = bytesOf(base)
  const given = bytesOf(address)
  if (!wanted || !given || wanted.length !== given.length) return false
  const bits = length === undefined ? wanted.length * 8 : Number(length)
  if (!Number.isInteger(bits) || bits < 0 || bits > wanted.length * 8) return false
  return given.every((byte, at) => {
    const mask = (0xff00 >> Math.min(8, Math.max(0, bits - at * 8))) & 0xff
    return (byte & mask) === (wanted[at]! & mask)
  })
}

function bytesOf(address: string): number[] | undefined {
  return address.includes(':') ? bytesOfSix(address) : bytesOfFour(address)
}

function bytesOfFour(address: string): number[] | undefined {
  const parts = address.split('.')
  const bytes = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256))
  return bytes.length === 4 && bytes.every((byte) => byte < 256) ? bytes : undefined
}

function bytesOfSix(address: string): number[] | undefined {
  const halves = address.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(groupsOf)))
  const missing = 8 - (head?.length ?? 0) - (tail?.length ?? 0)
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head!, ...new Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...(tail ?? [])]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff])
}

/** `::ffff:192.0.2.1` ends in an IPv4 address. */
function groupsOf(group: string): string[] {
  const bytes = group.includes('.') ? bytesOfFour(group) : undefined
  if (!bytes) return [group]
  return [(bytes[0]! * 256 + bytes[1]!).toString(16), (bytes[2]! * 256 + bytes[3]!).toString(16)]
}
