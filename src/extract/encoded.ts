import type { Value } from '../core/value.ts'
import { jsonValue } from '../languages/json/json.ts'
import { yamlValue } from '../languages/yaml/yaml.ts'

/** What a text is the JSON or YAML of; a value that is no text is itself. */
export function parsedText(value: Value): Value | undefined {
  if (value.kind !== 'string') return value.kind === 'unknown' ? undefined : value
  if (value.json) return value.json
  return /^\s*[[{]/.test(value.text.value) ? jsonValue(value.text).value : yamlValue(value.text).value
}
