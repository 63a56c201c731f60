import { defineRule } from '../../core/rule.ts'
import { stagesOf } from './stages.ts'

export default defineRule({
  meta: {
    id: 'container/ssh-port',
    title: 'Container is logged in to by SSH',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'private keys and SSH keys not shared; password login off, no root login',
    description:
      'A container that listens on port 22 has a second program, keys and users of its own in it, and what is done there is lost with it and seen by nobody.',
    remediation: 'Leave the SSH server out; for a look inside there are `docker exec` and ECS Exec.',
    cwe: ['CWE-284'],
    references: ['https://docs.docker.com/reference/dockerfile/#expose'],
  },
  on: 'container',
  *check(node) {
    const exposed =
      stagesOf(node)
        .at(-1)
        ?.instructions.filter(({ keyword }) => keyword === 'EXPOSE') ?? []
    const ssh = exposed.find(({ text }) => /(?:^|\s)22(?:\/tcp)?(?=\s|$)/.test(text.value))
    if (ssh) yield { span: ssh.span, message: 'The image serves port 22.', element: 'ssh' }
  },
})
