import { createHash, scryptSync } from 'node:crypto'
import { entropy } from '../rules/credentials/aws/secret-half.ts'
import type { RuleHit } from './check.ts'

/** What makes a finding the same finding in another version of the tree. */
export interface Identity {
  /** Full strength, compared inside one run only and never published: rule and path with the whole secret, or with anchor and element. */
  readonly key: string
  /** For people and baselines; worked out when it is asked for, since that is slow on purpose for weak secrets. */
  readonly published: () => Published
  /** Of a secret: rule and secret alone, whatever file it stands in. */
  readonly secretKey?: string
  /** Of a secret: path and secret alone, whichever rule sees it. */
  readonly valueKey?: string
}

export interface Published {
  /** 32 hex digits, 128 bits of a hash: whoever looks for another secret with the same one tries 2^128 of them. */
  readonly fingerprint: string
  /** As versions before 1.1 said it of a secret, with 16 bits of its hash; for entries that people wrote down then. */
  readonly former?: string
  /** Of what those versions told one by one: each of them. */
  readonly parts?: readonly string[]
}

/** Slow hashes of weak secrets, each worked out once. */
export type Stretched = Map<string, string>

/**
 * The identity of a hit, by the path its file has at the head of the change (a renamed file keeps its old findings).
 * A secret is itself wherever in its file it stands and however its lines are broken; other hits are told apart by anchor and
 * element, and `occurrence` counts equal ones of one place from 1, so that a second one is news although the first was known.
 */
export function identityOf({ rule, node, hit }: RuleHit, path: string, stretched: Stretched, occurrence = 1): Identity {
  const { id } = rule.meta
  const element = hit.element ?? ''
  if (hit.secretValue !== undefined) {
    const value = withoutLayout(hit.secretValue)
    const whole = digest(value)
    const formerly = digest(hit.secretValue.replace(/[ \t]*\r?\n/g, '\n')).slice(0, 4)
    return {
      key: digest(join(id, path, whole, element)),
      published: () => ({
        fingerprint: digest(join(id, path, tagOf(value, whole, stretched), element)).slice(0, 32),
        former: digest(join(id, path, formerly, element)).slice(0, 32),
      }),
      secretKey: digest(join(id, whole, element)),
      valueKey: digest(join(path, whole, element)),
    }
  }
  const parts = [id, placeOf(path, node.anchor), node.anchor, element]
  const key = digest(join(...parts, ...(occurrence > 1 ? [String(occurrence)] : [])))
  const formerly = (part: string) => digest(join(id, placeOf(path, node.anchor), node.anchor, part)).slice(0, 32)
  const { elements = [] } = hit
  return {
    key,
    published: () => ({
      fingerprint: key.slice(0, 32),
      ...(elements.length > 1 ? { parts: [...new Set(elements.map(formerly))] } : {}),
    }),
  }
}

/** Bits of entropy by Shannon, from which on nobody finds a secret by guessing. */
const GUESSABLE = 60
/** A quarter of a millisecond and 128 KB for a guess; 20,000 findings of weak secrets take some five seconds. */
const STRETCH = { N: 128, r: 8, p: 1 }

/** What a fingerprint holds of a secret. Fingerprints are published, so a guess at a weak secret must cost something. */
function tagOf(value: string, whole: string, stretched: Stretched): string {
  if (value.length * entropy(value.slice(0, 200)) >= GUESSABLE) return whole
  const known = stretched.get(whole)
  if (known !== undefined) return known
  const tag = scryptSync(whole, 'keylatch fingerprint', 32, STRETCH).toString('hex')
  stretched.set(whole, tag)
  return tag
}

/** Terraform does not care which file of a directory a block stands in, so neither does the identity. */
function placeOf(path: string, anchor: string): string {
  if (anchor === '' || !/\.(tf|tofu|tf\.json)$/.test(path)) return path
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** Of a secret with lines: how they end, are broken and set in says nothing. A key in PEM is what stands between its marks. */
function withoutLayout(secret: string): string {
  const pem = /^-{4,5} ?BEGIN [^-]*-{4,5}([\s\S]*?)(?:-{4,5} ?END [^-]*-{4,5})?$/.exec(secret)
  if (pem) return pem[1]!.replace(/\\+[nrt]|[^A-Za-z0-9+/=]/g, '')
  return secret.includes('\n') ? secret.replace(/\s+/g, '') : secret
}

const join = (...parts: string[]) => parts.join('\0')

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
