import type { PolicyDocument } from '../core/policy.ts'

/**
 * Accounts of AWS itself that documentation tells people to trust: where load balancers deliver their logs from, by
 * Region. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
const OF_AWS = new Set(
  [
    '127311923021 033677994240 027434742980 797873946194 098369216593 754344448648 589379963580 718504428378',
    '383597477331 600734575887 114774131450 783225319266 582318560864 985666609251 054676820928 156460612806',
    '652711504416 635631232127 009996457667 897822967062 076674570225 507241528517 048591011584 190560391635',
    '638102146993 037604701340',
  ].flatMap((line) => line.split(' ')),
)

export function isOfAws(account: string): boolean {
  return OF_AWS.has(account)
}

/**
 * Accounts that AWS's documentation and everybody's examples are about: no real key is of one of them.
 * https://docs.aws.amazon.com/general/latest/gr/docconventions.html
 */
const OF_DOCUMENTATION =
  /^(?:123456789012|012345678901|210987654321|098765432109|123412341234|112233445566|111122223333|222233334444|333344445555|444455556666|555566667777|666677778888|777788889999|888899990000|(\d)\1{11})$/

export function isOfDocumentation(account: string): boolean {
  return OF_DOCUMENTATION.test(account)
}

/** The account that a principal of type AWS names: a number, or an ARN with one. */
export function accountOf(principal: string): string | undefined {
  if (/^\d{12}$/.test(principal)) return principal
  return /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1]
}

/** Accounts whose resources the document is about: it stands in one of them. */
export function ownAccounts(document: PolicyDocument): ReadonlySet<string> {
  const accounts = document.statements
    .flatMap((statement) => [...statement.resources, ...statement.notResources])
    .flatMap((leaf) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(leaf.value)?.[1] ?? [])
  return new Set([...accounts, ...keyOwner(document)])
}

/**
 * The account that every key policy begins with, since a key without it can be managed by nobody: `kms:*` for its root.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function keyOwner({ statements }: PolicyDocument): string[] {
  const roots = statements
    .filter(
      ({ effect, actions }) => /^allow$/i.test(effect.value) && actions.some(({ value }) => /^kms:\*$/i.test(value)),
    )
    .flatMap(({ principals }) => principals.map(({ value }) => value.value))
    .filter((value) => /:root$|^\d{12}$/.test(value))
  // Of several the one that is the key's own is not known.
  return new Set(roots).size === 1 ? roots.slice(0, 1).flatMap((root) => accountOf(root) ?? []) : []
}
