import { defineRule } from '../../core/rule.ts'
import { quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { undecidedElement, undecidedIn, undecidedWords } from '../../iam/undecided.ts'

export default defineRule({
  meta: {
    id: 'trust/undecided-trust',
    title: 'Whom a policy lets in is not known here',
    severity: 'note',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'A variable without a default, an output of another module or a value that a program only has when it runs decides who is let in, or to what. It may be one role or everybody: nothing in this repository says which, so it was not judged.',
    remediation:
      'Look at what the value is where it is given. A default, a validation with the values that are allowed, or a variable file beside it makes it known here.',
    cwe: ['CWE-1059'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  },
  on: 'policy',
  *check(policy, { unit }) {
    const { role } = policy.document
    if ((role !== 'trust' && role !== 'resource') || isOutOfScope(policy, unit)) return
    const [first, ...others] = undecidedIn(policy, unit)
    if (!first) return
    const all = [first, ...others]
    yield {
      span: first.leaf.span,
      message: `Whom ${quote(policy.anchor)} lets in is not known here: ${undecidedWords(all)}.`,
      element: undecidedElement(all),
      related: others
        .slice(0, 5)
        .map(({ what, leaf }) => ({ span: leaf.span, message: `${what} is not known either` })),
    }
  },
})
