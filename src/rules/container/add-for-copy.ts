import { defineRule } from '../../core/rule.ts'

export default defineRule({
  meta: {
    id: 'container/add-for-copy',
    title: 'ADD stands where COPY does it',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description:
      '`ADD` fetches what looks like an address and unpacks what looks like an archive. Where a file is to be copied, that is a surprise which somebody else may bring about.',
    remediation: 'Write `COPY`; leave `ADD` for archives that are to be unpacked, and for downloads with a checksum.',
    cwe: ['CWE-706'],
    references: ['https://docs.docker.com/build/building/best-practices/#add-or-copy'],
  },
  on: 'container',
  *check({ instructions }) {
    for (const { keyword, span, text } of instructions) {
      if (keyword !== 'ADD' || !isPlainCopy(text.value)) continue
      yield { span, message: 'A file of the build is added, not copied.', element: 'ADD' }
      return
    }
  },
})

/** Neither an archive, an address, a repository nor something that is not known. */
function isPlainCopy(given: string): boolean {
  const words = given
    .replace(/[[\]",]/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => !word.startsWith('--'))
  const sources = words.slice(0, -1)
  return (
    sources.length > 0 &&
    !sources.some((source) =>
      /^(?:https?|ftp|git):|^git@|\$|\*|\.(?:tar|tgz|tbz2?|txz|gz|bz2|xz|zst)(?:\.\w+)?$/i.test(source),
    )
  )
}
