import { defineRule } from '../../core/rule.ts'
import { imageOf, isForLambda, lastOf, stagesOf } from './stages.ts'

export default defineRule({
  meta: {
    id: 'container/root-user',
    title: 'Container runs as root',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description:
      'Whoever breaks into the program is root in the container, may change all of it, and needs one flaw less to get out of it.',
    remediation:
      'Make a user and name it by `USER` before `CMD`, or begin with an image that has one, such as a distroless `nonroot`.',
    cwe: ['CWE-250'],
    references: ['https://docs.docker.com/build/building/best-practices/#user'],
  },
  on: 'container',
  *check(node) {
    const stage = stagesOf(node).at(-1)
    if (!stage || isForLambda(stage)) return
    const user = lastOf(stage, 'USER')
    if (user ? !/^(?:root|0)(?::|\s|$)/.test(user.text.value.trim()) : isOfSomebody(imageOf(stage))) return
    const what = user ? 'The last user is root.' : 'No user is named, so the container runs as root.'
    yield { span: (user ?? stage.from).span, message: what, element: 'user' }
  },
})

/** Images that have a user of their own, are empty, or are not known. */
function isOfSomebody(image: string): boolean {
  return /nonroot|unprivileged|cgr\.dev\/|bitnami\/|^scratch$|\$/i.test(image)
}
