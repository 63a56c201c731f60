import { PUBLIC_ARGUMENTS, type PublicArgument } from '../../aws/public-arguments.ts'
import type { ResourceNode } from '../../core/node.ts'
import { defineRule } from '../../core/rule.ts'
import { type Leaf, leafOf, unknownsIn } from '../../core/value.ts'
import { valuesAt } from '../../extract/arguments.ts'
import { quote } from '../../iam/messages.ts'
import { isOneThing, unknownWords, withinModule } from '../../iam/undecided.ts'

export default defineRule({
  meta: {
    id: 'trust/undecided-door',
    title: 'Whether a resource is open to anyone is not known here',
    severity: 'note',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'An argument that can open a resource to everybody without any policy (a canned ACL, a shared snapshot, an endpoint without authorization) has a value that nothing in this repository tells.',
    remediation:
      'Look at what the value is where it is given. A default, a validation with the values that are allowed, or a variable file beside it makes it known here.',
    cwe: ['CWE-1059'],
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  },
  on: 'resource',
  *check(resource, { unit }) {
    const told = new Set<string>()
    for (const door of PUBLIC_ARGUMENTS.filter(({ types }) => types.includes(resource.type))) {
      const found = undecidedAt(door, resource).find((leaf) => !isOneThing(leaf, unit))
      const argument = typeof door.at === 'string' ? door.at : door.at.join(' ')
      // An argument may open a resource by several words.
      if (!found || told.has(argument)) continue
      told.add(argument)
      const open = withinModule(found, resource)
      yield {
        span: open.span,
        message: `Whether ${quote(resource.anchor)} lets anyone ${door.lets} is not known here: ${unknownWords(open)} decides.`,
        element: `${argument} ${open.reference ?? 'unknown'}`,
      }
    }
  },
})

/** What opens it, and where that does not say that it is shut, what narrows it to addresses. */
function undecidedAt({ at, open, addresses }: PublicArgument, resource: ResourceNode): readonly Leaf[] {
  const values = valuesAt(resource, at).flatMap(({ value }) => value ?? [])
  const isShut = values.some(
    (value) => value.kind !== 'unknown' && !open.test(leafOf(value)?.value.toLowerCase() ?? ''),
  )
  const narrowing = addresses && !isShut ? valuesAt(resource, addresses).flatMap(({ value }) => value ?? []) : []
  return [...values, ...narrowing].flatMap(unknownsIn)
}
