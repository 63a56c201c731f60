import { nameOf, pathFrom } from '../../core/paths.ts'
import type { MappedText } from '../../core/text.ts'
import { wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { expandWord } from './script.ts'
import type { ShellCommand, ShellScript, ShellWord } from './types.ts'

/** A text that a script writes into a file. */
export interface WrittenFile {
  readonly name: string
  readonly text: MappedText
}

/** `cat > file <<EOF`, `tee file <<EOF`, `cat <<EOF | sudo tee file`, `echo '…' > file`. */
export function writtenFiles(script: ShellScript): WrittenFile[] {
  return script.commands.flatMap((command) => {
    const content = contentOf(command, script)
    if (!content) return []
    const targets = [
      ...command.outputs,
      ...teeTargets(command),
      ...(command.pipedInto ? teeTargets(command.pipedInto) : []),
    ]
    return targets.map((target) => ({ name: expandWord(target, script, command.order).value, text: content }))
  })
}

function contentOf(command: ShellCommand, script: ShellScript): MappedText | undefined {
  if (command.input.length === 1) return expandWord(command.input[0]!, script, command.order)
  const name = command.words[0]!.text.value
  const text = command.words.findLast((word) => !word.text.value.startsWith('-'))
  return (name === 'echo' || name === 'printf') && text && command.words.length > 1
    ? expandWord(text, script, command.order)
    : undefined
}

function teeTargets(command: ShellCommand): readonly ShellWord[] {
  const tee = command.words.findIndex((word, index) => index < 3 && word.text.value === 'tee')
  return tee === -1 ? [] : command.words.slice(tee + 1).filter((word) => !word.text.value.startsWith('-'))
}

/** The files that a script sees: those it wrote itself, then those of the tree. */
export interface ScriptFiles {
  /** The text of `file://name`, `fileb://name` or plain `name`. */
  read(name: string): MappedText | undefined
  /** Paths of the tree that were read. */
  readonly reads: ReadonlySet<string>
}

export function scriptFiles(written: readonly WrittenFile[], folder: string, tree: Tree): ScriptFiles {
  const reads = new Set<string>()
  return {
    reads,
    read(given) {
      const name = given.replace(/^fileb?:\/\//, '')
      const own =
        written.findLast((file) => file.name === name) ?? written.findLast((file) => nameOf(file.name) === nameOf(name))
      if (own) return own.text
      const path = [pathFrom(folder, name), pathFrom('', name)].find((one) => one !== undefined && tree.has(one))
      const source = path === undefined ? undefined : tree.read(path)
      if (!source) return undefined
      reads.add(source.uri)
      return wholeText(source)
    },
  }
}
