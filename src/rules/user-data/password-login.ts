import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'

/** As sshd reads them (also through `echo … >>` and `sed -i`), and as cloud-init says it. */
const SHAPES = [
  { pattern: /\bPasswordAuthentication[ \t]+(?<value>yes)\b/dgi, what: 'password login over SSH' },
  { pattern: /\bPermitRootLogin[ \t]+(?<value>yes)\b/dgi, what: 'root login over SSH' },
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
    about: 'hygiene',
    domain: 'machines',
    fixable: true,
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
        if (isTakenAway(lineBefore(text.value, match.index))) continue
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

/** So much of a line is looked at; a bound keeps lines of a megabyte linear. */
const REACH = 400

/** What stands before an offset on its line. */
function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - REACH), offset)
  return before.slice(before.lastIndexOf('\n') + 1)
}

/** A comment; or `sed -i 's/PasswordAuthentication yes/… no/'`, when that expression has not changed sides yet. */
function isTakenAway(before: string): boolean {
  if (/#[ \t]*$/.test(before)) return true
  const sed = before.search(/\bsed\b/)
  const expression = sed === -1 ? null : /['"\s]s([/|#,])([^\n]*)/.exec(before.slice(sed + 3))
  return expression !== null && !expression[2]!.includes(expression[1]!)
}
