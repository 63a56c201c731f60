import { CMDLETS } from '../../aws/operations.ts'
import { derivedText } from '../../core/build-text.ts'
import type { ShellCommand, ShellWord } from '../../languages/shell/types.ts'
import { wordFromText } from '../../languages/shell/word.ts'
import { optionCalled } from './options.ts'

/** A cmdlet of AWS's as the command line has it: `Register-IAMRolePolicy -RoleName x` is `aws iam attach-role-policy --role-name x`. */
export function withoutCmdlet(command: ShellCommand): ShellCommand {
  const [first, ...rest] = command.words
  const operation = CMDLETS.get(first!.text.value.toLowerCase())
  if (operation === undefined) return command
  const names = ['aws', ...operation.split(' ')].map((name) => wordOf(name, first!))
  return { ...command, words: [...names, ...rest.map(parameter)] }
}

function parameter(word: ShellWord): ShellWord {
  const name = /^-([A-Za-z]\w*):?$/.exec(word.text.value)?.[1]
  return name === undefined ? word : wordOf(optionCalled(`${name[0]!.toUpperCase()}${name.slice(1)}`), word)
}

const wordOf = (text: string, { span }: ShellWord): ShellWord => ({ ...wordFromText(derivedText(text, span)), span })
