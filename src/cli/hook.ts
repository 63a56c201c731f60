import { Problem } from '../core/problem.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'

/** `keylatch hook install|uninstall`. */
export async function hookCommand(flags: Parsed, _console: Console): Promise<number> {
  const verb = flags.operands[0]
  throw new Problem(`keylatch hook takes install or uninstall, not '${verb ?? ''}'`)
}
