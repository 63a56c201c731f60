import { isIPv4, isIPv6 } from 'node:net'

/** Addresses that follow one another, as numbers; IPv4 and IPv6 are spaces of their own. */
interface Block {
  readonly bits: 32 | 128
  readonly first: bigint
  readonly last: bigint
}

/** Is the address in the block, `203.0.113.0/24`, `2001:db8::/32` or one address? Malformed ones are in none. */
export function inBlock(address: string, written: string): boolean {
  const one = isIPv4(address) || isIPv6(address) ? blockOf(address) : undefined
  const block = blockOf(written)
  return !!one && !!block && one.bits === block.bits && block.first <= one.first && one.first <= block.last
}

/** Is it an address or a block of them? */
export function isBlock(written: string): boolean {
  return blockOf(written) !== undefined
}

/** Global addresses: all of IPv4, and what is handed out of IPv6 (https://www.iana.org/assignments/ipv6-unicast-address-assignments). */
const INTERNET: readonly Block[] = [blockOf('0.0.0.0/0')!, blockOf('2000::/3')!]

/** Do the blocks together, or without `named` all addresses but them, hold more than half of the internet? */
export function holdInternet(written: readonly string[], named = true): boolean {
  const blocks = written.flatMap((one) => blockOf(one) ?? [])
  return INTERNET.some((whole) => {
    const held = sizeOfUnion(blocks.flatMap((block) => within(block, whole)))
    const size = sizeOf(whole)
    return 2n * (named ? held : size - held) > size
  })
}

function blockOf(written: string): Block | undefined {
  const [base = '', length, ...more] = written.split('/')
  const bits = isIPv4(base) ? 32 : isIPv6(base) ? 128 : undefined
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : undefined
  if (bits === undefined || prefix === undefined || prefix > bits || more.length > 0) return undefined
  const size = 1n << BigInt(bits - prefix)
  const address = bits === 32 ? numberOf(base.split('.').map(Number), 8n) : numberOf(groupsOf(base), 16n)
  const first = address - (address % size)
  return { bits, first, last: first + size - 1n }
}

function numberOf(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((number, part) => (number << width) | BigInt(part), 0n)
}

/** The eight groups of a well-formed IPv6 address, in which `::` and an IPv4 tail may stand. */
function groupsOf(address: string): number[] {
  // URL writes the tail in hex, and knows no zone: `fe80::1%eth0`.
  const canonical = new URL(`http://[${address.replace(/%.*/, '')}]/`).hostname.slice(1, -1)
  const [head, tail] = canonical.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const missing = 8 - head!.length - (tail?.length ?? 0)
  return [...head!, ...new Array<string>(missing).fill('0'), ...(tail ?? [])].map((group) => Number.parseInt(group, 16))
}

function within({ bits, first, last }: Block, whole: Block): Block[] {
  if (bits !== whole.bits || last < whole.first || first > whole.last) return []
  return [{ bits, first: first < whole.first ? whole.first : first, last: last > whole.last ? whole.last : last }]
}

function sizeOf({ first, last }: Block): bigint {
  return last - first + 1n
}

function sizeOfUnion(blocks: readonly Block[]): bigint {
  let size = 0n
  let reached = -1n
  for (const block of [...blocks].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const first = block.first > reached ? block.first : reached + 1n
    if (block.last < first) continue
    size += sizeOf({ ...block, first })
    reached = block.last
  }
  return size
}
