import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'

export default defineRule({
  meta: {
    id: 'container/eval-input',
    title: 'Script runs what it is given',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'containers: non-root user, pinned minimal base, health check, no secrets in ENV/ARG, no `eval` of input',
    description:
      'With `eval` an argument or a variable from outside becomes a command: whoever fills it runs what they like.',
    remediation: 'Call the program with its arguments, `exec "$@"`, or choose among known words with `case`.',
    cwe: ['CWE-95', 'CWE-78'],
    references: ['https://www.shellcheck.net/wiki/SC2294'],
  },
  on: 'script',
  *check({ text, language, place }) {
    if (language !== 'shell' || (place !== 'dockerfile' && place !== 'script' && place !== 'user-data')) return
    for (const match of text.value.matchAll(INPUT)) {
      const start = match.index + match[1]!.length
      const span = locate(text, start, match.index + match[0].length)
      yield { span, message: 'What comes from outside is run as a command.', element: match[2]! }
    }
  },
})

/** Arguments, and variables of the environment: those that a script sets itself are mostly in lower case. */
const INPUT =
  /^([ \t]*(?:exec[ \t]+)?|[^#\n]{0,200}[;&|][ \t]*)(?<=[\s;&|]|^)eval[ \t]+(?:--[ \t]+)?["']?(\$(?:[1-9@*]|\{(?:[1-9@*]|[A-Z_]*(?:INPUT|COMMAND|CMD|ARGS)[A-Z_]*)\}|[A-Z_]*(?:INPUT|COMMAND|CMD|ARGS)[A-Z_]*\b))/gm
