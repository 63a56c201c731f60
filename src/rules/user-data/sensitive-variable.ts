import { defineRule } from '../../core/rule.ts'

export default defineRule({
  meta: {
    id: 'user-data/sensitive-variable',
    title: 'Sensitive variable is written into user-data',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'A value that was declared sensitive ends up readable in the user-data of the instance, in its metadata service and in the launch template.',
    remediation: 'Let user-data fetch it from AWS Secrets Manager with the role of the instance.',
    cwe: ['CWE-312'],
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html'],
  },
  on: 'script',
  *check(script) {
    if (script.place !== 'user-data') return
    for (const { reference, span } of script.sensitive) {
      yield {
        span,
        message: `\`${reference}\` is sensitive, and ends up readable in user-data.`,
        element: reference,
        related: script.related,
      }
    }
  },
})
