import type { Severity } from '../../../core/finding.ts'
import type { TokenKind } from '../leaked-token.ts'
import type { CheckDigits } from './check-digits.ts'

/** Whose secrets they are: one rule, whatever number of kinds. */
export interface Vendor extends TokenKind {
  readonly kinds: readonly TokenForm[]
}

/**
 * A kind of secret. Its own letters give it away (`starts`, or `holds` where it begins with nothing telling), or its form and
 * a word before it (`keyword`).
 */
export type TokenForm = SelfEvident | Named

interface Form {
  /** What was found, for the message: `A GitHub token`. */
  readonly name: string
  /**
   * An expression without flags, groups that backtrack into each other, or unbounded repeats: a hostile text must not make it
   * slow. Where only a part of it is the secret, that is the group `secret`; where much of it is the same in all tokens, what is
   * random is the group `random`.
   */
  readonly form: string
  /** Bits of entropy a character that a real one has at the least; left out, what the alphabet makes of it. */
  readonly entropy?: number
  /** Where it differs from its vendor's. */
  readonly severity?: Severity
  readonly reference?: string
  /** How its last characters follow from the others, for kinds that have such. */
  readonly checkDigits?: CheckDigits
}

export interface SelfEvident extends Form {
  /** The literals that such tokens begin with; `form` is what follows. Case counts. Three characters or more. */
  readonly starts?: string | readonly string[]
  /** A literal inside it; `before` is what stands to the left of it, `form` what follows. */
  readonly holds?: string | readonly string[]
  readonly before?: string
  /** The form says itself what stands around it (an address, a header): no word's end is asked for. */
  readonly open?: true
}

export interface Named extends Form {
  /** Words of the vendor, one of which stands before the value on its line, in any case; for a blank in it may be `_`, `-`, `.` or nothing. */
  readonly keyword: string | readonly string[]
  /** What stands around one that is meant to be public: such a one is told with low confidence. */
  readonly publicBy?: RegExp
}

export function isNamed(form: TokenForm): form is Named {
  return 'keyword' in form
}

export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
