import { createHash } from 'node:crypto'
import type { RuleHit } from './check.ts'

/** What makes a finding the same finding in another version of the tree. */
export interface Identity {
  /** Full strength, compared inside one run only and never published: rule, place, anchor and the whole secret or element. */
  readonly key: string
  /** 32 hex digits for people and baselines: the same, with just 16 bits of a secret's hash in it. */
  readonly fingerprint: string
}

/**
 * The identity of a hit, by the path its file has at the head of the change (a renamed file keeps its old findings).
 * `occurrence` counts equal hits of one place from 1, so that a second one is news although the first was known.
 */
export function identityOf({ rule, node, hit }: RuleHit, path: string, occurrence = 1): Identity {
  const place = [rule.meta.id, placeOf(path, node.anchor), node.anchor]
  const nth = occurrence > 1 ? [String(occurrence)] : []
  const element = hit.secretValue === undefined ? (hit.element ?? '') : digest(hit.secretValue)
  const tag = hit.secretValue === undefined ? element : element.slice(0, 4)
  return {
    key: digest([...place, element, ...nth].join('\0')),
    fingerprint: digest([...place, tag, ...nth].join('\0')).slice(0, 32),
  }
}

/** Terraform does not care which file of a directory a block stands in, so neither does the identity. */
function placeOf(path: string, anchor: string): string {
  if (anchor === '' || !/\.(tf|tofu|tf\.json)$/.test(path)) return path
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
