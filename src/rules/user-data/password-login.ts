import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'

/** As sshd reads them (also through `echo … >>` and `sed -i`), and as cloud-init says it. */
const SHAPES = [
  { pattern: /(?<!#[ \t]*)\bPasswordAuthentication[ \t]+(?<value>yes)\b/dgi, what: 'password login over SSH' },
  { pattern: /(?<!#[ \t]*)\bPermitRootLogin[ \t]+(?<value>yes)\b/dgi, what: 'root login over SSH' },
  {
    pattern: /^[ \t]*ssh_pwauth:[ \t]*(?<value>true|yes|1|"yes"|"true")[ \t]*(?:#.*)?$/dgim,
    what: 'password login over SSH',
  },
  { pattern: /^[ \t]*disable_root:[ \t]*(?<value>false|no|0)[ \t]*(?:#.*)?$/dgim, what: 'root login over SSH' },
]

export default defineRule({
  meta: {
    id: 'user-data/password-login',
    title: 'SSH lets passwords or root in',
    severity: 'medium',
    practice: 'private keys and SSH keys not shared; password login off, no root login',
    description: 'Passwords are guessed from the whole internet around the clock, and root is the name they try first.',
    remediation:
      'Write `PasswordAuthentication no` and `PermitRootLogin no`, or use Session Manager without any open port.',
    cwe: ['CWE-307', 'CWE-250'],
    references: [
      'https://man.openbsd.org/sshd_config',
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    ],
  },
  on: 'script',
  *check({ text }) {
    for (const { pattern, what } of SHAPES) {
      for (const match of text.value.matchAll(pattern)) {
        // `sed -i 's/PasswordAuthentication yes/… no/'` takes it away.
        if (/\bs([/|#,]).*$/.test(lineBefore(text.value, match.index))) continue
        const [start, end] = match.indices!.groups!.value!
        const span = locate(text, start, end)
        const exact = span.end - span.start === end - start
        yield {
          span: locate(text, match.index, match.index + match[0].length),
          message: `This turns on ${what}.`,
          element: what,
          ...(exact && /^yes$/i.test(match.groups!.value!) ? { fix: [{ span, text: 'no' }] } : {}),
        }
      }
    }
  },
})

/** What stands before an offset on its line, when a sed expression begins there and has not changed sides yet. */
function lineBefore(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const sed = /\bsed\b.*?['"\s]s([/|#,])(.*)$/.exec(line)
  return sed && !sed[2]!.includes(sed[1]!) ? `s${sed[1]}` : ''
}
