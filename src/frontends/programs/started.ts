import type { AnyNode } from '../../core/node.ts'
import { concatTexts, literalText, type MappedText } from '../../core/text.ts'
import { scriptNode } from '../../extract/cloud-init.ts'
import { type Call, calledName, type Expression, type Program, resolved } from '../../languages/programs/expression.ts'
import { textOf, valueOfExpression } from '../../languages/programs/program-value.ts'

/** Could a program start the AWS command line? */
export const STARTS_AWS =
  /["'`\s]aws(?:["'`],\s*["'`]|\s+)(?:iam|s3api|kms|sns|sqs|lambda|ecr|secretsmanager|organizations|sso-admin|cloudformation|ec2)\b/

/** What starts another program: of `subprocess`, `os`, `child_process`, execa and zx. */
const STARTERS =
  /^(?:run|call|check_?[cC]all|check_?[oO]utput|Popen|popen|system|exec|execSync|execFile|execFileSync|spawn|spawnSync|execa|execaCommand|execaCommandSync|execaSync|\$)$/

/** The command that a call starts, as a script: a text, a list of words, or a name and a list of arguments. */
export function startedScripts(program: Program): AnyNode[] {
  return program.calls.flatMap((call) => {
    const text = STARTERS.test(calledName(call)) ? commandOf(call, program) : undefined
    if (!text || !/\baws\s/.test(text.value)) return []
    return [scriptNode(text, 'shell', { place: 'script', anchor: call.path.join('.') })]
  })
}

function commandOf(call: Call, program: Program): MappedText | undefined {
  const [first, second] = call.arguments.map((argument) => resolved(argument, program))
  if (first?.kind === 'list') return words(first.items, program)
  if (first?.kind !== 'string') return undefined
  return second?.kind === 'list' ? words([first, ...second.items], program) : textOf(valueOfExpression(first, program))
}

/** Each a word of its own, whatever stands in it. */
function words(items: readonly Expression[], program: Program): MappedText {
  const texts = items.map((item) => textOf(valueOfExpression(item, program)))
  return concatTexts(
    texts.flatMap((text, at) => {
      const { span } = items[at]!
      const quote = (value: string): MappedText => literalText(value, { ...span, end: span.start })
      const isPlain = /^[\w./:@=,-]*$/.test(text.value)
      return [quote(at > 0 ? ' ' : ''), ...(isPlain ? [text] : [quote("'"), text, quote("'")])]
    }),
  )
}
