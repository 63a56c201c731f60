import { judgeName } from '../../../secrets/names.ts'
import type { Assignment, Name } from './assignment.ts'
import type { Style } from './style.ts'

/** `passwords`, `adminCredentials`, `api_keys`. */
const OF_SECRETS = /(?:passwords|passwds|secrets|credentials|api_?keys)$/i
/** `= {`, `": {`, ` := map[string]string{` behind the name. */
const BRACE =
  /["'`]?\]?\s{0,20}(?::=|=>|[:=])\s{0,20}(?:map\[string\]string|tomap\(|new\s[\w<>, ]{1,40}(?:\(\))?)?\s?\{/y
/** `:` with deeper lines under it. */
const COLON = /["']?:[ \t]*(?:#[^\n]*)?(?=\n)/y

const ENTRY =
  /(?<![\w.-])["'`]?(?<key>[\w.@-]{1,60})["'`]?\s{0,20}(?::|=>?)\s{0,20}(?<quote>["'`])(?<value>[^"'`\\\n]{5,300})\k<quote>/dg
const LINE =
  /^(?<indent>[ \t]+)["']?(?<key>[\w.@-]{1,60})["']?:[ \t]+(?<quote>["']?)(?<value>[^\s"'#][^\n"'#]{3,300}?)\k<quote>[ \t]*$/dgm

/** So far behind its name entries of a map are looked for. */
const REACH = 3_000

/**
 * `passwords = { admin = "…" }`: what stands under other names in a map whose own name says that they are secrets. Returns where
 * the map ends.
 */
export function* entriesOf(name: Name, text: string, style: Style): Generator<Assignment, number> {
  if (!OF_SECRETS.test(name.text)) return name.end
  BRACE.lastIndex = name.end
  if (BRACE.test(text)) {
    const end = endOfBraces(text, BRACE.lastIndex)
    yield* entriesIn(text, BRACE.lastIndex, end, ENTRY, name.text)
    return end
  }
  COLON.lastIndex = name.end
  const indent = /(?:^|\n)([ \t]*)(?:-[ \t]+)?["']?$/.exec(text.slice(Math.max(0, name.start - 100), name.start))?.[1]
  if (style === 'quoted' || style === 'table' || indent === undefined || !COLON.test(text)) return name.end
  const from = COLON.lastIndex + 1
  const end = endOfDeeper(text, from, indent.length)
  yield* entriesIn(text, from, end, LINE, name.text)
  return end
}

function* entriesIn(text: string, from: number, end: number, entry: RegExp, map: string): Generator<Assignment> {
  for (const { groups, indices } of text.slice(from, end).matchAll(entry)) {
    // `username`, `region`: words that after one for a secret stand for something else.
    if (judgeName(`secret_${groups!.key}`).says === 'other') continue
    const [start, stop] = indices!.groups!.value!
    const takes = /passw(?:or)?ds$/i.test(map) ? 'secret' : 'random'
    yield { name: `${map}.${groups!.key}`, value: groups!.value!, start: from + start, end: from + stop, takes }
  }
}

function endOfBraces(text: string, from: number): number {
  const limit = Math.min(text.length, from + REACH)
  for (let at = from, depth = 1; at < limit; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return limit
}

/** Where lines are no deeper than the head again. */
function endOfDeeper(text: string, from: number, indent: number): number {
  const limit = Math.min(text.length, from + REACH)
  for (let at = from; at < limit; ) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end === -1 ? limit : end)
    if (line.trim() !== '' && line.length - line.trimStart().length <= indent) return at
    if (end === -1) break
    at = end + 1
  }
  return limit
}
