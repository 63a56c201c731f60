import { isMap, isScalar } from 'yaml'
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../core/rule.ts'
import { isNothing, items, membersOf, offsetOf, pairsOf, type Reader } from './yaml.ts'

/** Reads `thresholds`: numbers that the practices leave open, and tags that resources must have. */
export function thresholdsOf(value: unknown, at: number, reader: Reader): Thresholds {
  if (isNothing(value)) return DEFAULT_THRESHOLDS
  if (!isMap(value)) {
    reader.complaints.add(offsetOf(value, at), 'thresholds must be a mapping, such as "log-retention-days: 90"')
    return DEFAULT_THRESHOLDS
  }
  let thresholds = DEFAULT_THRESHOLDS
  for (const [key, written, place] of membersOf(value, reader, Object.keys(THRESHOLD_FIELDS), 'thresholds')) {
    if (key === 'required-tags') {
      thresholds = { ...thresholds, requiredTags: tagsOf(written, place, reader) }
      continue
    }
    const number = isScalar(written) ? written.value : undefined
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) {
      reader.complaints.add(offsetOf(written, place), `${key} must be a whole number, 1 or more`)
    } else thresholds = { ...thresholds, [THRESHOLD_FIELDS[key as keyof typeof THRESHOLD_FIELDS]]: number }
  }
  return thresholds
}

/** Keys as they are written, and the fields that they fill. */
export const THRESHOLD_FIELDS = {
  'log-retention-days': 'logRetentionDays',
  'backup-retention-days': 'backupRetentionDays',
  'session-seconds': 'sessionSeconds',
  'key-age-days': 'keyAgeDays',
  'unused-days': 'unusedDays',
  'required-tags': 'requiredTags',
} as const

/** `{owner: [], env: [dev, prod]}`: keys, and the values that they may take. */
function tagsOf(value: unknown, at: number, reader: Reader): Map<string, readonly string[]> {
  const tags = new Map<string, readonly string[]>()
  if (isNothing(value)) return tags
  if (!isMap(value)) {
    reader.complaints.add(offsetOf(value, at), 'required-tags must map keys to lists of values, such as "owner: []"')
    return tags
  }
  for (const [key, written, place] of pairsOf(value, reader)) {
    const values = items(written, place, reader, key).map(([item]) => (isScalar(item) ? String(item.value) : ''))
    tags.set(key, values)
  }
  return tags
}
