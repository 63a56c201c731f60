import type { Notification } from '../../core/finding.ts'
import type { Span } from '../../core/source.ts'
import type { MappedText } from '../../core/text.ts'

/** A piece of a word: text as the shell sees it after quoting, a variable, or what a command prints. */
export type ShellPart =
  | { readonly kind: 'text'; readonly text: MappedText }
  /**
   * `$NAME`, `${NAME}`, `${NAME:-fallback}`; `NAME[]` for `${NAME[@]}`; without a name when something else is done with it.
   */
  | { readonly kind: 'variable'; readonly name: string; readonly span: Span; readonly fallback?: ShellWord }
  | { readonly kind: 'command'; readonly commands: readonly ShellCommand[]; readonly span: Span }

export interface ShellWord {
  /** After quote removal; what a variable or a command puts there is UNKNOWN. */
  readonly text: MappedText
  readonly parts: readonly ShellPart[]
  /** The word without the quotes around it when it is one quoted string, else as it is written. */
  readonly span: Span
}

/** `NAME=value`, wherever a shell script gives a variable its value. */
export interface ShellAssignment {
  readonly name: string
  readonly nameSpan: Span
  readonly value: ShellWord
  /**
   * `plain`: `A=b` on its own; `export`: also `declare -x`; `prefix`: `A=b command` and `env A=b command`;
   * `local`: `local`, `declare`, `readonly`, `typeset`.
   */
  readonly kind: 'plain' | 'export' | 'prefix' | 'local'
  /** Place in the order of the script, shared with commands. */
  readonly order: number
}

export interface ShellCommand {
  /** The name and the arguments; `sudo` and the like are words as any. Never empty. */
  readonly words: readonly ShellWord[]
  /** Those of the prefix, and what `export` and its kin declare; all are among the script's too. */
  readonly assignments: readonly ShellAssignment[]
  /** Here-documents and here-strings: what the command reads. */
  readonly input: readonly ShellWord[]
  /** What it writes to: the targets of `>` and `>>`. */
  readonly outputs: readonly ShellWord[]
  /** The next command of its pipeline. */
  readonly pipedInto?: ShellCommand
  readonly span: Span
  readonly order: number
}

/** A part of a script, from one place in its order to another. */
export interface ShellPassage {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** `for NAME in ITEMS`, and `while read NAME`, of which each item is a line. */
export interface ShellLoop extends ShellPassage {
  readonly items: readonly ShellWord[]
  /** What the rest of a line is read into, where `read` names several. */
  readonly others?: readonly string[]
}

/** One way that an `if` or a `case` may go. */
export interface ShellBranch {
  /** The same for all ways of one. */
  readonly group: number
  readonly from: number
  readonly to: number
  /** It may go none of its ways. */
  readonly mayPass: boolean
}

export interface ShellScript {
  /** In the order they are written, with those inside substitutions, functions, `sh -c` and `bash <<EOF`. */
  readonly commands: readonly ShellCommand[]
  readonly assignments: readonly ShellAssignment[]
  /** By their names: what is run where one of these is called. */
  readonly functions: readonly ShellPassage[]
  readonly loops: readonly ShellLoop[]
  readonly branches: readonly ShellBranch[]
  /** What it is given by whoever runs it: variables that are known without it. */
  readonly environment: ReadonlyMap<string, MappedText>
  /** Those of a name, in order; ones before a command alone change nothing after it. */
  assignmentsOf(name: string): readonly ShellAssignment[]
  readonly notifications: readonly Notification[]
}
