import type { Notification } from './finding.ts'
import { lineStarts, regionOf } from './source.ts'
import { locate, type MappedText } from './text.ts'

/**
 * A `parse-error`: something of `text` could not be read, so silence about it proves nothing. The place is given as a
 * region when the text is a whole source, else by its file alone.
 */
export function parseError(text: MappedText, at: number, message: string): Notification {
  return notice('parse-error', text, at, message)
}

/** A `limit`: hostile or huge input was cut short here. `limit` names which one. */
export function limitReached(text: MappedText, at: number, message: string, limit: string): Notification {
  return { ...notice('limit', text, at, message), unread: { span: locate(text, at, at + 1), limit } }
}

function notice(id: string, text: MappedText, at: number, message: string): Notification {
  const { uri, start } = locate(text, at, at)
  const only = text.runs.length === 1 ? text.runs[0] : undefined
  const whole = only && only.start === 0 && only.end === text.value.length
  const region = whole ? regionOf(lineStarts(text.value), start, start) : undefined
  return { level: 'warning', id, message: `${uri}: ${message}`, location: region ? { uri, region } : { uri } }
}
