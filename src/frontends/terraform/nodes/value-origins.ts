import type { Related } from '../../../core/node.ts'
import type { Span } from '../../../core/source.ts'
import { UNKNOWN } from '../../../core/text.ts'
import type { Value } from '../../../core/value.ts'

/** More places than these tell nobody anything. */
const MOST_PLACES = 10
const MOST_VISITS = 2_000

/**
 * The places outside of `home` where parts of a value are written: a variable's default, a tfvars file, an argument of
 * a module call, a template. A change there changes the value.
 */
export function valueOrigins(value: Value, home: Span): Related[] {
  const found = new Map<string, Related>()
  let left = MOST_VISITS
  const visit = (inner: Value, whole: boolean): void => {
    if (left-- <= 0 || found.size >= MOST_PLACES) return
    switch (inner.kind) {
      case 'string':
        if (inner.json) visit(inner.json, false)
        // Names put into an ARN are told by the ARN; a value that is taken in whole is what people look for.
        else if (whole || inner.text.runs.length === 1) {
          for (const run of inner.text.runs) {
            if (run.length === 0 || run.end <= run.start || isInside(run, home)) continue
            if (inner.text.value.slice(run.at, run.at + run.length) === UNKNOWN) continue
            if (found.size >= MOST_PLACES) return
            const span = { uri: run.uri, start: run.start, end: run.end }
            found.set(`${run.uri} ${run.start}`, { span, message: 'the value comes from here' })
          }
        }
        return
      case 'list':
        for (const item of inner.items) visit(item, false)
        return
      case 'map':
        for (const entry of inner.entries) visit(entry.value, false)
        return
      case 'unknown':
        for (const choice of inner.maybe ?? []) visit(choice, whole)
    }
  }
  visit(value, true)
  return [...found.values()]
}

/** What is at home where `written` is: the block that takes it in, or all of the file that it was put in for itself. */
export function homeOf(written: Span, home: Span): Span {
  return isInside(written, home) ? home : { uri: written.uri, start: 0, end: Number.POSITIVE_INFINITY }
}

export function isInside(inner: Span, outer: Span): boolean {
  return inner.uri === outer.uri && inner.start >= outer.start && inner.end <= outer.end
}
