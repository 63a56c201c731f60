import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import { member } from '../../core/value.ts'
import { isAwsStep, mayReachAws, namesAws } from './aws-jobs.ts'
import { jobsOf, stepsOf, workflowEnvironment } from './jobs.ts'

export default defineRule({
  meta: {
    id: 'workflow/printed-secret',
    title: 'Credentials are printed into the log',
    severity: 'low',
    about: 'hygiene',
    domain: 'pipelines',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'GitHub masks what it knows as a secret, letter by letter: encoded, cut or taken from a profile it goes into the log, which everybody who may read the repository may read.',
    remediation: 'Print what tells as much and is no secret, such as `aws sts get-caller-identity`.',
    cwe: ['CWE-532'],
    references: ['https://docs.github.com/en/actions/reference/security/secure-use'],
  },
  on: 'workflow',
  *check({ document }) {
    for (const job of jobsOf(document)) {
      if (job.steps?.kind !== 'list' || !mayReachAws(document, job)) continue
      const login = stepsOf(job).findIndex(isAwsStep)
      const given = namesAws(workflowEnvironment(document)) || job.environments.some(namesAws)
      for (const [index, step] of job.steps.items.entries()) {
        const run = member(step, 'run')
        const hasCredentials = given || namesAws(member(step, 'env')) || (login !== -1 && login < index)
        if (run?.kind !== 'string') continue
        for (const match of run.text.value.matchAll(PRINTED)) {
          // Before anybody logs in, the environment holds none.
          if (!hasCredentials && !match[0].includes('$')) continue
          const start = match.index + match[0].length - match[0].trimStart().length
          const span = locate(run.text, start, match.index + match[0].trimEnd().length)
          yield {
            span,
            message: `Job \`${job.name}\` prints credentials of AWS into its log.`,
            element: `${job.name} ${match[0].trim().slice(0, 40)}`,
          }
        }
      }
    }
  },
})

/** A line that prints and sends what it prints nowhere else. */
const PRINTED =
  /^[ \t]*(?:(?:echo|printf)\b[^\n|>]{0,300}(?:\$\{?AWS_(?:SECRET_ACCESS_KEY|SESSION_TOKEN)\b|\$\{\{ *secrets\.[A-Z_]*(?:SECRET|TOKEN)[A-Z_]* *\}\})[^\n|>]{0,300}|(?:env|printenv|export -p|set)|cat [^\n|>]{0,60}\.aws\/credentials|aws configure export-credentials[^\n|>]{0,200})[ \t]*$/gm
