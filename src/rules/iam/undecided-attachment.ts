import { defineRule } from '../../core/rule.ts'
import { holderWords, quote } from '../../iam/messages.ts'
import { principalsOf } from '../../iam/principals.ts'
import { undecidedPolicy, unknownWords, withinModule } from '../../iam/undecided.ts'

export default defineRule({
  meta: {
    id: 'iam/undecided-attachment',
    title: 'Which policy is attached is not known here',
    severity: 'note',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'A variable, an output of another module or the name of a policy that stands elsewhere decides what the holder may do. It may be anything up to AdministratorAccess: nothing in this repository says what, so it was not judged.',
    remediation:
      'Look at what the value is where it is given. A default, a validation with the policies that are allowed, or a variable file beside it makes it known here.',
    cwe: ['CWE-1059'],
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html'],
  },
  on: 'attachment',
  *check(attachment, { unit }) {
    const found = undecidedPolicy(attachment)
    if (!found) return
    const { holder, boundary } = attachment
    const policyArn = withinModule(attachment.policyArn, attachment)
    const who = holderWords(principalsOf(unit).principal(holder))
    const what = found === 'unknown' ? unknownWords(policyArn) : quote(policyArn)
    const does = boundary ? `limits ${who}` : `is attached to ${who}`
    yield {
      span: policyArn.span,
      message:
        found === 'unknown'
          ? `${what} ${does}: which policy that is, is not known here.`
          : `${what} ${does}, and what it says stands elsewhere.`,
      element: policyArn.reference ?? policyArn.value,
    }
  },
})
