import type { Value } from '../core/value.ts'
import { jsonValue } from '../languages/json/json.ts'
import { yamlValue } from '../languages/yaml/yaml.ts'

/** What a text is the JSON or YAML of; a value that is no text is itself. */
export function parsedText(value: Value): Value | undefined {
  if (value.kind !== 'string') return value.kind === 'unknown' ? undefined : value
  if (value.json) return value.json
  return /^\s*[[{]/.test(value.text.value) ? jsonValue(value.text).value : yamlValue(value.text).value
}

const MOST_CHARACTERS = 1_000_000

/** The object or list that a text is the JSON of; undefined when it is none. */
export function jsonIn(value: Value): Value | undefined {
  if (value.kind !== 'string') return undefined
  if (value.json) return value.json.kind === 'map' || value.json.kind === 'list' ? value.json : undefined
  const text = value.text.value
  if (text.length > MOST_CHARACTERS || !/^\s*(?:\{\s*["}]|\[\s*[{["\]])/.test(text)) return undefined
  const { value: parsed } = jsonValue(value.text)
  return parsed?.kind === 'map' || parsed?.kind === 'list' ? parsed : undefined
}
