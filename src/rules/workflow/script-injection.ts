import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import { member } from '../../core/value.ts'
import { eventsOf, mayReachAws } from './aws-jobs.ts'
import { jobsOf } from './jobs.ts'

export default defineRule({
  meta: {
    id: 'workflow/script-injection',
    title: 'Words of a stranger become commands beside AWS credentials',
    severity: 'medium',
    about: 'hygiene',
    domain: 'pipelines',
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'What stands between `${{` and `}}` is put into the script before the shell reads it. A title or a branch name that holds a command is then run, and the job has credentials of AWS.',
    remediation: 'Hand it over as a variable: `env: TITLE: ${{ … }}`, and write `"$TITLE"` in the script.',
    cwe: ['CWE-78', 'CWE-94'],
    references: ['https://docs.github.com/en/actions/concepts/security/script-injections'],
  },
  on: 'workflow',
  *check({ document }) {
    const outsiders = [...eventsOf(document)].some((event) => OUTSIDERS.test(event))
    for (const job of jobsOf(document)) {
      if (job.steps?.kind !== 'list' || !mayReachAws(document, job)) continue
      for (const step of job.steps.items) {
        const script = member(step, 'run') ?? member(member(step, 'with'), 'script')
        if (script?.kind !== 'string') continue
        for (const { index, 0: written } of script.text.value.matchAll(WORDS)) {
          yield {
            span: locate(script.text, index, index + written.length),
            message: `Job \`${job.name}\` runs what somebody writes there, and may use AWS.`,
            element: `${job.name} ${written.replace(/\s/g, '')}`,
            ...(outsiders ? {} : { severity: 'note' as const }),
          }
        }
      }
    }
  },
})

/** Events that people cause who may not write to the repository, with its secrets and id tokens. */
const OUTSIDERS = /^(?:issues|issue_comment|pull_request_target|discussion|discussion_comment|workflow_run|fork|watch)$/

/** What others write: https://docs.github.com/en/actions/concepts/security/script-injections */
const WORDS =
  /\$\{\{[^}\n]{0,200}\bgithub\.(?:head_ref\b|event\.(?:(?:issue|pull_request|discussion)\.(?:title|body)|(?:comment|review|review_comment)\.body|pull_request\.head\.(?:ref|label|repo\.default_branch)|head_commit\.(?:message|author\.(?:name|email))|workflow_run\.(?:head_branch|head_commit\.message|display_title)|commits\b[^}\n]{0,80}\.(?:message|name|email)|pages\b[^}\n]{0,80}\.page_name)\b)[^}\n]{0,200}\}\}/g
