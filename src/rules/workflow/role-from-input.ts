import { defineRule } from '../../core/rule.ts'
import { leafOf, member } from '../../core/value.ts'
import { eventsOf, isAwsStep } from './aws-jobs.ts'
import { jobsOf, stepsOf } from './jobs.ts'

export default defineRule({
  meta: {
    id: 'workflow/role-from-input',
    title: 'Whoever starts the workflow chooses the role',
    severity: 'low',
    about: 'hygiene',
    domain: 'pipelines',
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'The role comes from an input that people type, or from the event that somebody else sent: any role that trusts this repository will do.',
    remediation:
      'Choose among known roles by a name, in an environment of GitHub or a `choice` input, and keep the ARN in a variable.',
    cwe: ['CWE-20', 'CWE-639'],
    references: ['https://docs.github.com/en/actions/reference/security/secure-use'],
  },
  on: 'workflow',
  *check({ document }) {
    const events = eventsOf(document)
    for (const job of jobsOf(document)) {
      for (const step of stepsOf(job)) {
        const role = isAwsStep(step) ? leafOf(member(step.inputs, 'role-to-assume')) : undefined
        if (!role || !isTyped(role.value, events)) continue
        yield {
          span: role.span,
          message: `Step \`${step.name}\` takes the role from whoever starts the workflow.`,
          element: `${job.name} ${step.name}`,
        }
      }
    }
  },
})

/** What another workflow hands over (`workflow_call`) is its author's choice. */
function isTyped(role: string, events: ReadonlySet<string>): boolean {
  if (/github\.event\.(?:client_payload|issue|comment|pull_request|inputs)\b/.test(role)) return true
  return /\binputs\./.test(role) && events.has('workflow_dispatch') && !events.has('workflow_call')
}
