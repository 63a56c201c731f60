/** A readable text with a name: a file of a snapshot, a commit message, standard input. */
export interface Source {
  /** Path relative to the scanned root, always with `/`; or one of `MESSAGE`; or `<stdin>`. */
  readonly uri: string
  readonly text: string
  /** The commit that holds this version, as 40 hex digits; absent for the working tree, the index and stdin. */
  readonly commit?: string
  /** Of a file too large to be kept whole: what was left out of it, in order. */
  readonly gaps?: readonly Gap[]
}

/** Stands before offset `at` of the text, and takes no room there. */
export interface Gap {
  readonly at: number
  readonly characters: number
  readonly lines: number
}

/** `commit message of <sha>` and `tag message of <name>`, which are no files. */
const MESSAGE = /^(?:commit message of ([0-9a-f]{40,64})|tag message of (\S+))$/

export function commitMessageUri(id: string): string {
  return `commit message of ${id}`
}

export function tagMessageUri(name: string): string {
  return `tag message of ${name}`
}

/** The commit or the tag whose message it is; undefined for everything else. */
export function messageOwner(uri: string): { readonly commit: string } | { readonly tag: string } | undefined {
  const [, commit, tag] = MESSAGE.exec(uri) ?? []
  if (commit !== undefined) return { commit }
  return tag === undefined ? undefined : { tag }
}

/** Something in an account of AWS, which is no file: its ARN. */
export function isAccountPlace(uri: string): boolean {
  return uri.startsWith('arn:')
}

/** A part of a text as half-open offsets into it. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A range of the text of the source called `uri`, in UTF-16 code units. All a rule sees. */
export interface Span extends Range {
  readonly uri: string
}

/** A place for people: 1-based lines and columns, `endColumn` exclusive, columns in UTF-16 code units (SARIF's names). */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** The offsets at which lines begin; made once a source, so that regions are found by binary search. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Offsets to lines and columns; offsets past the end are clipped to it. */
export function regionOf(starts: readonly number[], start: number, end: number): Region {
  const from = lineAt(starts, start)
  const to = lineAt(starts, Math.max(start, end))
  return {
    startLine: from + 1,
    startColumn: start - starts[from]! + 1,
    endLine: to + 1,
    endColumn: Math.max(start, end) - starts[to]! + 1,
  }
}

/** A place in an excerpt as it is in the whole file. Excerpts are cut at the beginnings of lines, so columns stay. */
export function inWholeFile(
  { gaps = [] }: Pick<Source, 'gaps'>,
  place: { readonly region: Region; readonly offset: number },
): { region: Region; offset: number } {
  const before = gaps.filter(({ at }) => at <= place.offset)
  const lines = before.reduce((sum, gap) => sum + gap.lines, 0)
  const { region } = place
  return {
    region: { ...region, startLine: region.startLine + lines, endLine: region.endLine + lines },
    offset: before.reduce((sum, gap) => sum + gap.characters, place.offset),
  }
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
