import { parseArgs } from 'node:util'
import { Problem } from '../core/problem.ts'
import { wrap } from '../report/width.ts'
import { hint } from '../scan/config/nearest.ts'

/** A command's flags: name -> how it reads. `value` names its argument in the help. */
export interface Flag {
  readonly type: 'boolean' | 'string'
  readonly multiple?: boolean
  readonly short?: string
  readonly value?: string
  readonly help: string
}

export interface Command {
  readonly name: string
  /** Positional arguments, for the help: `[PATH]`. */
  readonly operands: string
  readonly most: number
  readonly summary: string
  readonly flags: Readonly<Record<string, Flag>>
  readonly examples: readonly (readonly [command: string, meaning: string])[]
  readonly notes?: readonly string[]
}

export interface Parsed {
  readonly operands: readonly string[]
  readonly has: (flag: string) => boolean
  readonly value: (flag: string) => string | undefined
  readonly values: (flag: string) => readonly string[]
}

/** Reads a command's words. Anything it does not know is a Problem that names the nearest flag. */
export function parseFlags(command: Command, words: readonly string[]): Parsed {
  const options = Object.fromEntries(
    Object.entries({ ...command.flags, help: HELP }).map(([name, { type, multiple, short }]) => [
      name,
      { type, ...(multiple ? { multiple } : {}), ...(short ? { short } : {}) },
    ]),
  )
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const flag = options[token.name]
    if (!flag) throw new Problem(unknownFlag(command, token.rawName))
    if (
      flag.type === 'string' &&
      (token.value === undefined || (!token.inlineValue && /^--?[a-z]/.test(token.value)))
    ) {
      throw new Problem(`${token.rawName} needs a value; see: keylatch ${command.name} --help`)
    }
    if (flag.type === 'boolean' && token.value !== undefined) {
      throw new Problem(`${token.rawName} takes no value; see: keylatch ${command.name} --help`)
    }
  }
  if (positionals.length > command.most && !values.help) {
    throw new Problem(
      `keylatch ${command.name} takes ${command.operands || 'no arguments'}, so what is '${positionals[command.most]}'?`,
    )
  }
  const all = (name: string) => [values[name] ?? []].flat().map(String)
  return {
    operands: positionals,
    has: (name) => values[name] === true,
    value: (name) => all(name).at(-1),
    values: all,
  }
}

/** The page that `keylatch COMMAND --help` prints. */
export function helpOf(command: Command, room = 100): string {
  const flags = Object.entries({ ...command.flags, help: HELP }).map(([name, flag]) => {
    const word = `--${name}${flag.value ? ` ${flag.value}` : ''}`
    return [flag.short ? `-${flag.short}, ${word}` : `    ${word}`, flag.help] as const
  })
  const usage = ['keylatch', command.name, command.operands, '[options]'].filter(Boolean).join(' ')
  return [
    `${wrap(command.summary, room).join('\n')}\n`,
    `Usage: ${usage}\n`,
    `Options:\n${columns(flags, room)}\n`,
    ...(command.notes?.length ? [`${command.notes.flatMap((note) => wrap(note, room)).join('\n')}\n`] : []),
    `Examples:\n${columns(command.examples, room)}`,
  ].join('\n')
}

/** Two columns, the second one aligned and wrapped; a first column that is too wide gets a line of its own. */
export function columns(rows: readonly (readonly [string, string])[], room = 100): string {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)))
  const indent = ' '.repeat(width + 4)
  return rows
    .map(([left, right]) => {
      const text = wrap(right, Math.max(30, room - indent.length)).join(`\n${indent}`)
      return left.length > width ? `  ${left}\n${indent}${text}` : `  ${left.padEnd(width)}  ${text}`
    })
    .join('\n')
}

const HELP: Flag = { type: 'boolean', short: 'h', help: 'Show this page' }

function unknownFlag(command: Command, flag: string): string {
  const known = Object.keys(command.flags).map((name) => `--${name}`)
  return `unknown option ${flag}${hint(flag, known) || '.'} See: keylatch ${command.name} --help`
}
