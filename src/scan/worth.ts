import type { Source } from '../core/source.ts'
import { mayHoldCredential } from '../rules/credentials/gate.ts'
import { mayHoldLiteralAnywhere } from '../rules/user-data/gate.ts'
import type { LineReader } from '../rules/user-data/gate-line.ts'

/** Which of the ways to read a source could find a secret in it. */
export interface Worth {
  readonly asText: boolean
  readonly byFrontEnds: boolean
}

export const WHOLLY: Worth = { asText: true, byFrontEnds: true }

/** Asked of the gates of the rules, without parsing anything. A test holds them against every rule's fixtures. */
export function worthReading({ uri, text }: Source, read: LineReader): Worth {
  return {
    asText: mayHoldCredential(text),
    byFrontEnds: mayHoldLiteralAnywhere(text, uri, read),
  }
}
