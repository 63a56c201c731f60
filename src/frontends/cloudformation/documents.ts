import type { MappedText } from '../../core/text.ts'
import type { Value } from '../../core/value.ts'
import { jsonValue } from '../../languages/json/json.ts'
import { yamlValue } from '../../languages/yaml/yaml.ts'

/** The first document of a text in JSON or YAML. */
export function documentOf(text: MappedText, path: string): Value | undefined {
  const json = /\.json$/i.test(path) || /^\uFEFF?\s*[[{]/.test(text.value)
  return json ? jsonValue(text).value : yamlValue(text).value
}
