import { Problem } from '../core/problem.ts'
import { triageKey } from '../io/aws/triage-key.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'

/** `keylatch triage KEY_ID`: whose key it is, by your own AWS credentials. */
export async function triageCommand(flags: Parsed, console: Console): Promise<number> {
  const keyId = flags.operands[0]
  if (keyId === undefined) throw new Problem('keylatch triage needs an access key id; see: keylatch triage --help')
  const lines = await triageKey(keyId, { env: console.env, now: new Date() })
  console.print(`${lines.join('\n')}\n`)
  return 0
}
