import { defineRule } from '../../core/rule.ts'
import { isForLambda, lastOf, stagesOf } from './stages.ts'

export default defineRule({
  meta: {
    id: 'container/no-health-check',
    title: 'Nobody asks the container whether it works',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description: 'A program that hangs keeps its container alive; without a health check it is not replaced.',
    remediation: 'Add a `HEALTHCHECK`, or a health check of the task definition or the load balancer.',
    cwe: ['CWE-693'],
    references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  },
  on: 'container',
  *check(node) {
    const stage = stagesOf(node).at(-1)
    // What serves nothing has no health to ask for.
    if (!stage || isForLambda(stage) || !lastOf(stage, 'EXPOSE') || lastOf(stage, 'HEALTHCHECK')) return
    yield { span: stage.from.span, message: 'The image serves a port, and has no `HEALTHCHECK`.', element: 'health' }
  },
})
