import { isZeroId } from './ids.ts'

/** One path that differs, of git's raw diff format. Modes are git's six octal digits, ids are whole. */
export interface RawChange {
  /** `A`, `M`, `D`, `T`, `R`, `C`; one letter for each parent in a merge. */
  readonly status: string
  readonly path: string
  /** Of a rename or copy. */
  readonly oldPath?: string
  readonly mode: string
  /** Absent when the path is gone. */
  readonly blob?: string
  /** What stood there before: one for an ordinary commit, one a parent for a merge. */
  readonly before: readonly { readonly mode: string; readonly blob: string }[]
}

/** What `git diff-tree --stdin -z` says: a commit, then its changes. */
export type RawRecord = { readonly commit: string } | RawChange

/**
 * Reads the output of `diff-tree` and `diff-index` with `--raw -z --no-abbrev`
 * (https://git-scm.com/docs/diff-format#_raw_output_format), a batch for each part that comes. Names may hold anything
 * but NUL, so the fields are told apart by their order: a description that begins with a colon, then one name, or two
 * for a rename.
 */
export async function* rawRecords(output: AsyncIterable<Buffer>): AsyncGenerator<RawRecord[]> {
  let change: Omit<RawChange, 'path' | 'oldPath'> | undefined
  let oldPath: string | undefined
  for await (const fields of nulFields(output)) {
    const records: RawRecord[] = []
    for (const field of fields) {
      if (!change) {
        const text = field.toString('latin1')
        if (text.startsWith(':')) change = description(text)
        else if (text !== '') records.push({ commit: text.trim() })
      } else if (oldPath === undefined && /^[RC]/.test(change.status)) {
        oldPath = pathText(field)
      } else {
        records.push({ ...change, path: pathText(field), ...(oldPath === undefined ? {} : { oldPath }) })
        change = undefined
        oldPath = undefined
      }
    }
    yield records
  }
}

/** `:100644 100644 OLD NEW M`, or for a merge with n parents n colons, n + 1 modes and n + 1 ids. */
function description(text: string): Omit<RawChange, 'path' | 'oldPath'> {
  const parents = /^:+/.exec(text)![0].length
  const words = text.slice(parents).split(' ')
  const modes = words.slice(0, parents + 1)
  const ids = words.slice(parents + 1, 2 * parents + 2)
  const blob = ids[parents]!
  return {
    // `R100`: the number is the similarity.
    status: words[2 * parents + 2]!.replace(/\d+$/, ''),
    mode: modes[parents]!,
    ...(isZeroId(blob) ? {} : { blob }),
    before: ids
      .slice(0, parents)
      .map((id, index) => ({ mode: modes[index]!, blob: id }))
      .filter((old) => !isZeroId(old.blob)),
  }
}

/** The fields between NULs, a batch for each part; a last one without NUL counts when it is not empty. */
export async function* nulFields(output: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = []
  for await (const part of output) {
    const fields: Buffer[] = []
    let from = 0
    for (let at = part.indexOf(0); at !== -1; at = part.indexOf(0, from)) {
      fields.push(rest.length > 0 ? Buffer.concat([...rest, part.subarray(from, at)]) : part.subarray(from, at))
      rest = []
      from = at + 1
    }
    if (from < part.length) rest.push(part.subarray(from))
    yield fields
  }
  if (rest.length > 0) yield [Buffer.concat(rest)]
}

/** The fields of an output that is there whole, each ended by NUL. */
export function* splitNul(output: Buffer): Generator<Buffer> {
  let from = 0
  for (let at = output.indexOf(0); at !== -1; at = output.indexOf(0, from)) {
    yield output.subarray(from, at)
    from = at + 1
  }
}

/** `100644 ID STAGE<tab>PATH`, as the listings of git have it: the words before the tab, and the name after it. */
export function wordsAndName(field: Buffer): [words: string[], name: Buffer] {
  const tab = field.indexOf(9)
  return [field.toString('latin1', 0, tab).split(' '), field.subarray(tab + 1)]
}

/** Lines of plain ASCII output, without their ends, a batch for each part. */
export async function* asciiLines(output: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let rest = ''
  for await (const part of output) {
    const lines = (rest + part.toString('latin1')).split('\n')
    rest = lines.pop()!
    yield lines
  }
  if (rest !== '') yield [rest]
}

/**
 * A path as text. Git's paths are bytes; those that are not UTF-8 get `\xNN` for each byte that is not ASCII, so that
 * two of them never become one.
 */
export function pathText(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (!text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes)) return text
  let escaped = ''
  for (const byte of bytes) escaped += byte < 128 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`
  return escaped
}
