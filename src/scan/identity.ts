import { createHash } from 'node:crypto'
import type { RuleHit } from './check.ts'

/** What makes a finding the same finding in another version of the tree. */
export interface Identity {
  /** Full strength, compared inside one run only and never published: rule and path with the whole secret, or with anchor and element. */
  readonly key: string
  /** 32 hex digits for people and baselines: the same, with just 16 bits of a secret's hash in it. */
  readonly fingerprint: string
  /** Of a secret: rule and secret alone, whatever file it stands in. */
  readonly secretKey?: string
  /** Of a secret: path and secret alone, whichever rule sees it. */
  readonly valueKey?: string
}

/**
 * The identity of a hit, by the path its file has at the head of the change (a renamed file keeps its old findings).
 * A secret is itself wherever in its file it stands and however its lines are broken; other hits are told apart by anchor and
 * element, and `occurrence` counts equal ones of one place from 1, so that a second one is news although the first was known.
 */
export function identityOf({ rule, node, hit }: RuleHit, path: string, occurrence = 1): Identity {
  const { id } = rule.meta
  const element = hit.element ?? ''
  if (hit.secretValue !== undefined) {
    const whole = digest(withoutLayout(hit.secretValue))
    const published = digest(hit.secretValue.replace(/[ \t]*\r?\n/g, '\n'))
    return {
      key: digest(join(id, path, whole, element)),
      fingerprint: digest(join(id, path, published.slice(0, 4), element)).slice(0, 32),
      secretKey: digest(join(id, whole, element)),
      valueKey: digest(join(path, whole, element)),
    }
  }
  const parts = [id, placeOf(path, node.anchor), node.anchor, element]
  const key = digest(join(...parts, ...(occurrence > 1 ? [String(occurrence)] : [])))
  return { key, fingerprint: key.slice(0, 32) }
}

/** Terraform does not care which file of a directory a block stands in, so neither does the identity. */
function placeOf(path: string, anchor: string): string {
  if (anchor === '' || !/\.(tf|tofu|tf\.json)$/.test(path)) return path
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Of a secret with lines: how they end, are broken and set in says nothing. */
function withoutLayout(secret: string): string {
  return secret.includes('\n') ? secret.replace(/\s+/g, '') : secret
}

const join = (...parts: string[]) => parts.join('\0')

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
