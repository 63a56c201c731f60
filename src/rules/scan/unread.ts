import { defineRule } from '../../core/rule.ts'

export default defineRule({
  meta: {
    id: 'scan/unread',
    title: 'Part of a file could not be judged',
    severity: 'high',
    about: 'hygiene',
    domain: 'pipelines',
    practice: 'nothing passes unread',
    description:
      'A limit of the scanner was reached: the file is larger, more deeply nested or more tangled than any that people write, so a part of it was not looked at. Whoever wants something to pass unseen puts it behind such a limit, so a change that reaches one blocks until somebody has looked. Where it stood before, it is told with medium severity. Limits are counts and never times: the same text gives the same answer on any machine.',
    remediation:
      'Split the file, or take generated data out of it and out of the repository, then everything is read. Where the file has to be like that and somebody has looked at it, allow it by `rule: scan/unread` and `path` in the configuration, or leave out what is no code with `paths-ignore`.',
    cwe: ['CWE-693'],
    references: ['https://cwe.mitre.org/data/definitions/693.html'],
  },
  on: 'unread',
  *check(node) {
    const { span, message, element, limit } = node
    // Data that is packed so is in many repositories, and neither text nor code; nobody is kept from merging by it.
    const weight = limit === 'archive-packing' ? { severity: 'medium' as const } : {}
    yield { span, message, element, properties: { limit }, ...weight }
  },
})
