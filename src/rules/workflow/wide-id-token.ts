import { defineRule } from '../../core/rule.ts'
import { member } from '../../core/value.ts'
import { awsJobs } from './aws-jobs.ts'
import { jobsOf, textOf } from './jobs.ts'

export default defineRule({
  meta: {
    id: 'workflow/wide-id-token',
    title: 'Every job may log in as the repository',
    severity: 'note',
    about: 'hygiene',
    domain: 'pipelines',
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'An id token is what AWS takes for the repository. Given at the top, each job and each action in it may ask for one, those among them that have nothing to do with AWS.',
    remediation: 'Give `id-token: write` to the job that logs in, and to no other.',
    cwe: ['CWE-250'],
    references: ['https://docs.github.com/en/actions/reference/security/oidc'],
  },
  on: 'workflow',
  *check({ document }) {
    const permissions = member(document, 'permissions')
    const token = textOf(permissions) === 'write-all' ? permissions : member(permissions, 'id-token')
    if (!token || (token !== permissions && textOf(token) !== 'write')) return
    const inReach = new Set(awsJobs(document).map(({ name }) => name))
    const others = jobsOf(document).filter(
      ({ name, body }) => !inReach.has(name) && !member(body, 'permissions') && !member(body, 'uses'),
    )
    if (inReach.size === 0 || others.length === 0) return
    yield {
      span: token.span,
      message: `Job \`${others[0]!.name}\` may ask for an id token, and does not log in to AWS.`,
      element: 'id-token',
    }
  },
})
