import { type Path, type ResourceType, resourceType } from '../../aws/resources/index.ts'
import { defineRule } from '../../core/rule.ts'
import { unknownsIn } from '../../core/value.ts'
import { valuesAt } from '../../extract/arguments.ts'
import { quote } from '../../iam/messages.ts'
import { isOneThing, unknownWords, withinModule } from '../../iam/undecided.ts'

export default defineRule({
  meta: {
    id: 'iam/undecided-holder',
    title: 'Who is given a policy is not known here',
    severity: 'note',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'A variable without a default or an output of another module names the user, role or group that gets what this resource gives. What it gives was judged; what that person or program has besides, and may do with both together, was not.',
    remediation:
      'Look at whom the value names where it is given. A default or a variable file beside it makes it known here.',
    cwe: ['CWE-1059'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html'],
  },
  on: 'resource',
  *check(resource, { unit }) {
    for (const path of holderPaths(resourceType(resource.type))) {
      const unknown = valuesAt(resource, path).flatMap(({ value }) => unknownsIn(value))
      const found = unknown.find((leaf) => !isOneThing(leaf, unit))
      if (!found) continue
      const open = withinModule(found, resource)
      yield {
        span: open.span,
        message: `Who gets what ${quote(resource.anchor)} gives is not known here: ${unknownWords(open)}.`,
        element: open.reference ?? 'unknown',
      }
    }
  },
})

/** The arguments that name somebody. */
export function holderPaths(row: ResourceType | undefined): readonly Path[] {
  const sites = [...(row?.holders ?? []), ...(row?.attachments ?? []).map(({ holders }) => holders)]
  const members = (row?.memberships ?? []).flatMap(({ users, groups }) => [users, groups])
  return [...sites.map((site) => (site === 'itself' ? site : site.at)), ...members].filter((path) => path !== 'itself')
}
