import { type MappedText, unknownText } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { jsonPieces } from '../../languages/json/render.ts'
import { joinTexts, type Run } from './scope.ts'
import { isTooHeavy } from './value-size.ts'

/** A value as JSON, as far as that is not too large. */
export function jsonText(value: Value, run: Run): MappedText {
  if (isTooHeavy(value, run.weights)) return unknownText(value.span)
  return joinTexts(run, jsonPieces(value)) ?? unknownText(value.span)
}
