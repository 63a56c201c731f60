import type { MappedText } from '../../../core/text.ts'
import { TOKEN_FORMATS, type TokenFormat } from './table.ts'

/** Nearly all texts hold no mark of any format: one look for all of them, as each would take as long as the AWS pass. */
export function mayHold(text: MappedText, { mark }: TokenFormat): boolean {
  return holdsAny(text) && new RegExp('begins' in mark ? mark.begins : mark.holds).test(text.value)
}

const KNOWN = new WeakMap<MappedText, boolean>()

function holdsAny(text: MappedText): boolean {
  const known = KNOWN.get(text)
  if (known !== undefined) return known
  const answer = BEGINNING.test(text.value) || INSIDE.test(text.value)
  KNOWN.set(text, answer)
  return answer
}

/** A beginning is looked for at the beginnings of words alone, which is several times faster. */
const BEGINNING = new RegExp(
  `(?<![A-Za-z0-9])(?:${TOKEN_FORMATS.flatMap(({ mark }) => ('begins' in mark ? mark.begins : [])).join('|')})`,
)
const INSIDE = new RegExp(TOKEN_FORMATS.flatMap(({ mark }) => ('holds' in mark ? mark.holds : [])).join('|'))
