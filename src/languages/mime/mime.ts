import { type MappedText, sliceText } from '../../core/text.ts'
import { fromBase64, fromQuotedPrintable } from './transfer.ts'

export interface MimePart {
  /** `text/x-shellscript`, in lower case. */
  readonly type: string
  readonly body: MappedText
}

/** How deep parts may stand in parts; deeper ones are read as one text. */
const DEEPEST = 4

/** Does the text begin with the headers of a message in several parts? */
export function isMime(value: string): boolean {
  const head = value.slice(0, 2000)
  return /^\s*(?:From |content-type:|mime-version:)/i.test(head) && /^content-type:[ \t]*multipart\//im.test(head)
}

/** The leaves of a multipart message, decoded, every character still in its place. */
export function mimeParts(text: MappedText, depth = 0): MimePart[] {
  const { value } = text
  const start = value.length - value.trimStart().length
  const { headers, end } = headersAt(value, start)
  const type = headers.get('content-type') ?? 'text/plain'
  const body = sliceText(text, end)
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(type)?.[1]
  if (!/^multipart\//i.test(type) || !boundary || depth > DEEPEST) {
    return [{ type: type.split(';', 1)[0]!.trim().toLowerCase(), body: decoded(body, headers) }]
  }
  return between(body, boundary).flatMap((part) => mimeParts(part, depth + 1))
}

function headersAt(value: string, start: number): { headers: Map<string, string>; end: number } {
  const headers = new Map<string, string>()
  const line = /([^\n]*)(?:\n|$)/y
  let at = start
  let name = ''
  while (at < value.length) {
    line.lastIndex = at
    const match = line.exec(value)
    if (!match) break
    const content = match[1]!.replace(/\r$/, '')
    const header = /^([A-Za-z-]+):[ \t]*([^\n]*)$/.exec(content)
    if (header) headers.set((name = header[1]!.toLowerCase()), header[2]!)
    else if (/^[ \t]+\S/.test(content) && name) headers.set(name, `${headers.get(name)} ${content.trim()}`)
    else if (!/^From /.test(content)) return { headers, end: content === '' ? at + match[0].length : at }
    at += match[0].length
  }
  return { headers, end: at }
}

/** The texts between the boundary lines. */
function between(body: MappedText, boundary: string): MappedText[] {
  const { value } = body
  const marker = `--${boundary}`
  const parts: MappedText[] = []
  let from = -1
  for (let at = value.indexOf(marker); at !== -1; at = value.indexOf(marker, at + 1)) {
    if (at > 0 && value[at - 1] !== '\n') continue
    if (from !== -1) parts.push(sliceText(body, from, at))
    if (value.startsWith('--', at + marker.length)) return parts
    const newline = value.indexOf('\n', at)
    from = newline === -1 ? value.length : newline + 1
  }
  if (from !== -1 && from < value.length) parts.push(sliceText(body, from))
  return parts
}

function decoded(body: MappedText, headers: Map<string, string>): MappedText {
  switch (headers.get('content-transfer-encoding')?.trim().toLowerCase()) {
    case 'base64':
      return fromBase64(body) ?? body
    case 'quoted-printable':
      return fromQuotedPrintable(body)
    default:
      return body
  }
}
