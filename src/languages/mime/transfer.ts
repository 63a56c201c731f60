import { buildText } from '../../core/build-text.ts'
import type { Notification } from '../../core/finding.ts'
import { limitReached } from '../../core/notice.ts'
import { type MappedText, UNKNOWN } from '../../core/text.ts'
import { decodeBase64 } from '../decode/base64.ts'

/** Encoded text longer than this is no user-data (16 KB) and no script. */
const MOST_ENCODED = 1_500_000

/** EC2 takes 16 KB of user-data, compressed or not. */
const MOST_INFLATED = 1_000_000

/**
 * The text that a base64 text stands for; undefined when it is no base64, or decodes to something that is no text.
 * `cut` is told when it inflates to more than any machine is started with.
 */
export function fromBase64(text: MappedText, cut?: (notification: Notification) => void): MappedText | undefined {
  const { value } = text
  if (value.length > MOST_ENCODED || !/^[A-Za-z0-9+/\s]{8,}(?:={1,2}\s*)?$/.test(value)) return undefined
  const decoded = decodeBase64(text, MOST_INFLATED, () =>
    cut?.(limitReached(text, 0, 'compressed data that inflates to more than 1 MB is not read', 'inflated-characters')),
  )
  return decoded && isText(decoded.value) ? decoded : undefined
}

/** A text as base64 when it reads as such and holds a text, else as it stands. */
export function unwrapped(text: MappedText, cut?: (notification: Notification) => void): MappedText {
  return text.value.includes(UNKNOWN) ? text : (fromBase64(text, cut) ?? text)
}

/** MIME's other encoding: `=3D` for `=`, `=` before a line's end for a line that goes on. */
export function fromQuotedPrintable(text: MappedText): MappedText {
  const built = buildText(text)
  const escapes = /=(?:\r?\n|[0-9A-Fa-f]{2}(?:=[0-9A-Fa-f]{2})*)/g
  let at = 0
  for (let match = escapes.exec(text.value); match; match = escapes.exec(text.value)) {
    built.exact(at, match.index)
    at = match.index + match[0].length
    const hex = match[0].replace(/[=\r\n]/g, '')
    built.piece(Buffer.from(hex, 'hex').toString('utf8'), match.index, at)
  }
  built.exact(at, text.value.length)
  return built.done()
}

function isText(value: string): boolean {
  return !/[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]/.test(value)
}
