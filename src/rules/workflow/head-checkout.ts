import { defineRule } from '../../core/rule.ts'
import { leafOf, member } from '../../core/value.ts'
import { eventsOf, mayReachAws } from './aws-jobs.ts'
import { jobsOf, stepsOf } from './jobs.ts'

export default defineRule({
  meta: {
    id: 'workflow/head-checkout',
    title: 'Code of a stranger runs beside AWS credentials',
    severity: 'medium',
    about: 'hygiene',
    domain: 'pipelines',
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'A workflow on `pull_request_target` or `workflow_run` has the secrets and id tokens of the repository, whoever opened the pull request. With the head checked out, its scripts, build files and tests run with them.',
    remediation:
      'Build on `pull_request`, which has no secrets, and do what needs AWS in a second workflow that takes no code of the pull request; or keep the job behind an environment with reviewers.',
    cwe: ['CWE-829', 'CWE-269'],
    references: ['https://docs.github.com/en/actions/reference/security/secure-use'],
  },
  on: 'workflow',
  *check({ document }) {
    const events = [...eventsOf(document)].filter(
      (event) => event === 'pull_request_target' || event === 'workflow_run',
    )
    if (events.length === 0) return
    for (const job of jobsOf(document)) {
      if (!mayReachAws(document, job)) continue
      for (const { name, uses, inputs } of stepsOf(job)) {
        const ref = leafOf(member(inputs, 'ref')) ?? leafOf(member(inputs, 'repository'))
        if (!uses?.startsWith('actions/checkout') || !ref || !HEAD.test(ref.value)) continue
        yield {
          span: ref.span,
          message: `Job \`${job.name}\` checks out what the pull request brings, and may use AWS.`,
          element: `${job.name} ${name}`,
        }
      }
    }
  },
})

const HEAD = /github\.(?:event\.pull_request\.head\.|head_ref|event\.workflow_run\.head_)|refs\/pull\//
