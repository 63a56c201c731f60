import { Problem } from '../core/problem.ts'
import { systemFailure } from '../io/system-error.ts'
import { TOOL } from '../run/tool.ts'
import { AGENTS } from './agents.ts'
import {
  ACCOUNT,
  BASELINE,
  CAN,
  COMMANDS,
  CONFIG,
  DEMO,
  EXPLAIN,
  FIX,
  GRANTS,
  HOOK,
  IMPORT,
  MERGE,
  PRACTICES,
  RULES,
  SCAN,
  TRIAGE,
  WHO_CAN,
} from './commands.ts'
import type { Console } from './console.ts'
import { type Command, columns, helpOf, type Parsed, parseFlags } from './flags.ts'

/** Words -> exit code: 0 clean, 1 blocked, 2 broken, which is told in one line. Never throws. */
export async function main(words: readonly string[], console: Console): Promise<number> {
  try {
    return await perform(words, console)
  } catch (error) {
    return tellFailure(error, console)
  }
}

/** Each command is loaded when it is called. */
async function perform(words: readonly string[], console: Console): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help(rest[0], console)
  if (name === '--version' || name === '-V' || name === 'version') return print(console, `keylatch ${TOOL.version}\n`)
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) {
    const { hint } = await import('../scan/config/nearest.ts')
    const known = COMMANDS.map((one) => one.name)
    throw new Problem(`unknown command '${name}'${hint(name, known) || '.'} See: keylatch --help`)
  }
  const flags = parseFlags(command, rest)
  return flags.has('help') ? help(name, console) : await ACTIONS[name]!(flags, console)
}

const ACTIONS: Record<string, (flags: Parsed, console: Console) => Promise<number>> = {
  [SCAN.name]: async (flags, console) => (await import('./scan.ts')).scanCommand(flags, console),
  [MERGE.name]: async (flags, console) => (await import('./merge.ts')).mergeCommand(flags, console),
  [FIX.name]: async (flags, console) => (await import('./fix.ts')).fixCommand(flags, console),
  [BASELINE.name]: async (flags, console) => (await import('./baseline.ts')).baselineCommand(flags, console),
  [CONFIG.name]: async (flags, console) => (await import('./config.ts')).configCommand(flags, console),
  [GRANTS.name]: async (flags, console) => (await import('./questions.ts')).grantsCommand(flags, console),
  [WHO_CAN.name]: async (flags, console) => (await import('./questions.ts')).whoCanCommand(flags, console),
  [CAN.name]: async (flags, console) => (await import('./questions.ts')).canCommand(flags, console),
  [TRIAGE.name]: async (flags, console) => (await import('./triage.ts')).triageCommand(flags, console),
  [ACCOUNT.name]: async (flags, console) => (await import('./account.ts')).accountCommand(flags, console),
  [RULES.name]: async (flags, console) => (await import('./rules.ts')).rulesCommand(flags, console),
  [EXPLAIN.name]: async (flags, console) => (await import('./rules.ts')).explainCommand(flags, console),
  [PRACTICES.name]: async (flags, console) => (await import('./practices.ts')).practicesCommand(flags, console),
  [HOOK.name]: async (flags, console) => {
    // Agents ask before every step: what holds nothing is answered without loading the rest.
    const agent = flags.operands[0] === 'run' ? AGENTS[flags.operands[1] ?? ''] : undefined
    if (agent) return (await import('./agent-run.ts')).runAgentHook(agent, flags.has('fail-closed'), console)
    return (await import('./hook.ts')).hookCommand(flags, console, [process.execPath, process.argv[1] ?? 'keylatch'])
  },
  [IMPORT.name]: async (flags, console) => (await import('./import.ts')).importCommand(flags, console),
  [DEMO.name]: async (flags, console) =>
    (await import('./demo.ts')).demoCommand(new URL('./action.js', import.meta.url), flags, console),
}

async function help(name: string | undefined, console: Console): Promise<number> {
  const command: Command | undefined = COMMANDS.find((one) => one.name === name)
  return print(console, command ? `${helpOf(command, roomOf(console))}\n` : `${overview(roomOf(console))}\n`)
}

/** Lines that are longer read badly. */
function roomOf({ width }: Console): number {
  return Math.min(110, Math.max(60, width))
}

function overview(room: number): string {
  const commands = COMMANDS.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary] as const)
  return [
    'Keylatch keeps AWS keys, hardcoded secrets and over-permissive IAM out of your main branch.\n',
    'Usage: keylatch COMMAND [options]\n',
    `Commands:\n${columns(commands, room)}\n`,
    'Examples:',
    columns(
      [
        ['keylatch scan', 'scan this folder'],
        ['keylatch scan --base origin/main', 'scan what this branch brings in'],
        ['keylatch COMMAND --help', 'more about a command'],
        ['keylatch --version', 'which Keylatch this is'],
      ],
      room,
    ),
  ].join('\n')
}

function print(console: Console, text: string): number {
  console.print(text)
  return 0
}

/** Says on standard error what ended the run, and gives its exit code: 2. */
export function tellFailure(error: unknown, console: Console): number {
  const known = error instanceof Problem ? error.message : systemFailure(error)
  if (known !== undefined) console.error(`keylatch: ${known.replace(/^keylatch /, '')}\n`)
  else
    console.error(
      `keylatch: this is a defect of Keylatch, please report it at ${TOOL.informationUri}/issues\n${trace(error)}\n`,
    )
  return 2
}

/** Frames only: messages of unexpected errors may quote what was scanned. */
function trace(error: unknown): string {
  if (!(error instanceof Error)) return 'no stack'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames, ...(error.cause ? ['caused by', trace(error.cause)] : [])].join('\n')
}
