import { defineRule } from '../../core/rule.ts'

export default defineRule({
  meta: {
    id: 'container/remote-add',
    title: 'File from the network goes into the image unchecked',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description:
      'Whoever can change the file at the other end, or on the way when it comes by plain HTTP, decides what is in the image.',
    remediation:
      'Say what it must be, `ADD --checksum=sha256:…`, or fetch it with `curl` and check its digest in the same `RUN`.',
    cwe: ['CWE-494'],
    references: ['https://docs.docker.com/reference/dockerfile/#add---checksum'],
  },
  on: 'container',
  *check({ instructions }) {
    for (const { keyword, span, text } of instructions) {
      if (keyword !== 'ADD' || !/(?:^|\s|")(?:https?|ftp):\/\//.test(text.value) || /--checksum=/.test(text.value))
        continue
      yield { span, message: 'A file from the network is put into the image, whatever it is by then.', element: 'ADD' }
    }
  },
})
