import { defineRule } from '../../core/rule.ts'
import { leafOf, member } from '../../core/value.ts'
import { isAwsStep } from './aws-jobs.ts'
import { jobsOf, stepsOf } from './jobs.ts'

export default defineRule({
  meta: {
    id: 'workflow/unpinned-aws-action',
    title: 'Action that handles AWS credentials may change',
    severity: 'note',
    about: 'hygiene',
    domain: 'pipelines',
    practice: 'dependency and action updates',
    description:
      'A tag can be moved to other code, and has been by attackers. An action that logs in to AWS, or that runs after it in the same job, then sends the credentials wherever it likes.',
    remediation:
      'Write the full commit id, `uses: owner/action@SHA # v4.1.0`, and let Dependabot or Renovate raise it.',
    cwe: ['CWE-829', 'CWE-494'],
    references: ['https://docs.github.com/en/actions/reference/security/secure-use'],
  },
  on: 'workflow',
  *check({ document }) {
    for (const job of jobsOf(document)) {
      const steps = stepsOf(job)
      const login = steps.findIndex(isAwsStep)
      if (login === -1 || job.steps?.kind !== 'list') continue
      for (const [index, { uses }] of steps.entries()) {
        if (index < login || uses === undefined || !isOthers(uses)) continue
        const span = leafOf(member(job.steps.items[index], 'uses'))!.span
        yield {
          span,
          message: `\`${uses.replace(/`/g, '')}\` has the credentials of job \`${job.name}\` within reach, and may change.`,
          element: `${job.name} ${uses.split('@')[0]}`,
        }
      }
    }
  },
})

/** Actions of this repository change with it, those of GitHub with GitHub. */
function isOthers(uses: string): boolean {
  if (/^(?:\.{1,2}\/|docker:|actions\/|github\/)/.test(uses)) return false
  return !/@[0-9a-f]{40}$/.test(uses)
}
