import { type Assertion, type Part, parsePattern } from './syntax.ts'

/** Work that matching may still do, in steps; shared by all patterns of a run. When it is used up, nothing matches. */
export interface Budget {
  steps: number
}

/** Is there a match anywhere in the text? */
export type Pattern = (text: string, budget: Budget) => boolean

/** Start and end of a match, then of each of its groups; undefined of a group that took no part. */
export type Match = readonly (readonly [start: number, end: number] | undefined)[]

/** A pattern that says where it matches, and what its groups hold. */
export interface Finder {
  /** Of each capturing group in turn, its name if it has one. */
  readonly groups: readonly (string | undefined)[]
  /** All matches that do not overlap, from the left; undefined when the budget does not last. */
  readonly findAll: (text: string, budget: Budget) => Match[] | undefined
}

/**
 * A regular expression that takes time linear in the text, whatever it says: patterns come from the repository that is
 * scanned, and JavaScript's own engine would let one of them stop the scan. All ways through the pattern are followed at
 * once (Thompson's construction), the preferred ones first (as in RE2). Throws an Error with a reason for what it does
 * not follow (back references, looking around).
 */
export function compilePattern(written: string, ignoreCase = false): Pattern {
  const program = toProgram(parsePattern(written, ignoreCase, 'shared').whole)
  return (text, budget) => find(program, text, 0, budget) !== undefined
}

/** The same in the dialect of RE2, which Terraform has. */
export function compileFinder(written: string): Finder {
  const { whole, groups } = parsePattern(written, false, 're2')
  // Where the whole match lies is a group too, the first.
  const program = toProgram({ kind: 'group', part: whole, index: 0 })
  return { groups, findAll: (text, budget) => findAll(program, text, budget) }
}

interface Program {
  readonly instructions: readonly Instruction[]
  /** By code below 128: may a match begin with it? Absent where one may be empty. */
  readonly first: Uint8Array | undefined
}

function toProgram(part: Part): Program {
  const instructions: Instruction[] = []
  emit(part, instructions, 0)
  instructions.push({ op: 'match' })
  return { instructions, first: firstOf(instructions) }
}

function firstOf(instructions: readonly Instruction[]): Uint8Array | undefined {
  const first = new Uint8Array(128)
  const seen = new Set<number>()
  const open = [0]
  while (open.length > 0) {
    const index = open.pop()!
    if (seen.has(index)) continue
    seen.add(index)
    const instruction = instructions[index]!
    if (instruction.op === 'match') return undefined
    if (instruction.op === 'split') open.push(...instruction.to)
    else if (instruction.op === 'note' || instruction.op === 'assert') open.push(index + 1)
    else for (let code = 0; code < 128; code++) if (takes(instruction, code)) first[code] = 1
  }
  return first
}

type Instruction =
  | { op: 'any' | 'match' }
  | { op: 'set'; has: (code: number) => boolean }
  | { op: 'assert'; assertion: Assertion }
  | { op: 'note'; slot: number }
  /** The ways that are open, preferred first. */
  | { op: 'split'; to: number[] }

/** Repetitions are written out, so that a short pattern may become a long program: up to here. */
const LONGEST_PROGRAM = 5000
const DEEPEST_PATTERN = 100

function emit(part: Part, program: Instruction[], depth: number): void {
  if (program.length > LONGEST_PROGRAM) throw new Error('it repeats too much')
  if (depth > DEEPEST_PATTERN) throw new Error('it is nested too deep')
  switch (part.kind) {
    case 'any':
      program.push({ op: 'any' })
      break
    case 'set':
      program.push({ op: 'set', has: part.has })
      break
    case 'assert':
      program.push({ op: 'assert', assertion: part.assertion })
      break
    case 'sequence':
      for (const one of part.parts) emit(one, program, depth + 1)
      break
    case 'choice':
      emitChoice(part.parts, program, depth)
      break
    case 'group':
      program.push({ op: 'note', slot: 2 * part.index })
      emit(part.part, program, depth + 1)
      program.push({ op: 'note', slot: 2 * part.index + 1 })
      break
    case 'repeat':
      emitRepeat(part, program, depth)
  }
}

function emitChoice(parts: readonly Part[], program: Instruction[], depth: number): void {
  const split: Instruction & { op: 'split' } = { op: 'split', to: [] }
  const ends: { to: number[] }[] = []
  program.push(split)
  for (const part of parts) {
    split.to.push(program.length)
    emit(part, program, depth + 1)
    const end: Instruction & { op: 'split' } = { op: 'split', to: [] }
    ends.push(end)
    program.push(end)
  }
  for (const end of ends) end.to.push(program.length)
}

function emitRepeat(repeat: Part & { kind: 'repeat' }, program: Instruction[], depth: number): void {
  const { part, least, most } = repeat
  for (let time = 0; time < least; time++) emit(part, program, depth + 1)
  if (most === Number.POSITIVE_INFINITY) {
    const start = emitSplit(program)
    emit(part, program, depth + 1)
    program.push({ op: 'split', to: [start.at] })
    open(start, program.length, repeat)
    return
  }
  const splits: Split[] = []
  for (let time = least; time < most; time++) {
    splits.push(emitSplit(program))
    emit(part, program, depth + 1)
  }
  for (const split of splits) open(split, program.length, repeat)
}

interface Split {
  readonly at: number
  readonly to: number[]
}

function emitSplit(program: Instruction[]): Split {
  const to: number[] = []
  return { at: program.push({ op: 'split', to }) - 1, to }
}

/** Once more or on: a lazy repetition prefers to go on. */
function open({ at, to }: Split, end: number, { lazy }: { lazy: boolean }): void {
  to.push(...(lazy ? [end, at + 1] : [at + 1, end]))
}

/** As Go finds them: an empty match right behind another one is none. */
function findAll(program: Program, text: string, budget: Budget): Match[] | undefined {
  const all: Match[] = []
  let from = 0
  let last = -1
  while (from <= text.length) {
    const match = find(program, text, from, budget)
    if (budget.steps < 0) return undefined
    if (!match) break
    const [start, end] = match[0]!
    if (start < end || start !== last) all.push(match)
    last = end
    from = end > from ? end : from + (text.codePointAt(from)! > 0xffff ? 2 : 1)
  }
  return all
}

/** Ways through the pattern that are being followed, preferred first, and the places that each has noted. */
class Threads {
  readonly indices: number[] = []
  readonly slots: Slots[] = []

  push(index: number, slots: Slots): void {
    this.indices.push(index)
    this.slots.push(slots)
  }
}

type Slots = readonly (number | undefined)[]
const NO_SLOTS: Slots = []

/** The first match from the left, and of those that begin there the one that the pattern prefers. */
function find(
  { instructions: program, first }: Program,
  text: string,
  from: number,
  budget: Budget,
): Match | undefined {
  const seen = new Int32Array(program.length).fill(-1)
  let threads = new Threads()
  let found: Match | undefined
  for (let at = from; at <= text.length && budget.steps >= 0; at++) {
    if (!found && first && threads.indices.length === 0) at = beginning(first, text, at)
    if (!found) threads.push(0, NO_SLOTS)
    if (threads.indices.length === 0) break
    const waiting = new Threads()
    const matched = follow(program, threads, text, at, seen, waiting, budget)
    if (matched) found = toMatch(matched)
    if (at === text.length) break
    threads = advance(program, waiting, text.charCodeAt(at))
  }
  return budget.steps < 0 ? undefined : found
}

/** The next place where a match may begin. */
function beginning(first: Uint8Array, text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 128 || first[code] === 1) break
  }
  return at
}

/**
 * Goes on from `threads` without reading; collects those that wait for a character. On a match says what was noted, and
 * gives up what is less preferred.
 */
function follow(
  program: readonly Instruction[],
  threads: Threads,
  text: string,
  at: number,
  seen: Int32Array,
  waiting: Threads,
  budget: Budget,
): Slots | undefined {
  const open = new Threads()
  for (let thread = 0; thread < threads.indices.length; thread++) {
    open.push(threads.indices[thread]!, threads.slots[thread]!)
    while (open.indices.length > 0) {
      const index = open.indices.pop()!
      const slots = open.slots.pop()!
      if (seen[index] === at) continue
      seen[index] = at
      budget.steps--
      const instruction = program[index]!
      if (instruction.op === 'match') return slots
      if (instruction.op === 'split') {
        const { to } = instruction
        for (let way = to.length - 1; way >= 0; way--) open.push(to[way]!, slots)
      } else if (instruction.op === 'note') open.push(index + 1, noted(slots, instruction.slot, at))
      else if (instruction.op !== 'assert') waiting.push(index, slots)
      else if (holds(instruction.assertion, text, at)) open.push(index + 1, slots)
    }
  }
  return undefined
}

function advance(program: readonly Instruction[], waiting: Threads, code: number): Threads {
  const threads = new Threads()
  for (let thread = 0; thread < waiting.indices.length; thread++) {
    const index = waiting.indices[thread]!
    if (takes(program[index]!, code)) threads.push(index + 1, waiting.slots[thread]!)
  }
  return threads
}

function noted(slots: Slots, slot: number, at: number): Slots {
  const copy = [...slots]
  copy[slot] = at
  return copy
}

function toMatch(slots: Slots): Match {
  const match: (readonly [number, number] | undefined)[] = []
  for (let slot = 0; slot < slots.length; slot += 2) {
    const [start, end] = [slots[slot], slots[slot + 1]]
    match.push(start === undefined || end === undefined ? undefined : [start, end])
  }
  return match
}

function takes(instruction: Instruction, code: number): boolean {
  return instruction.op === 'any' ? code !== 10 : instruction.op === 'set' && instruction.has(code)
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  const before = isWord(text.charCodeAt(at - 1))
  const after = isWord(text.charCodeAt(at))
  switch (assertion) {
    case 'start':
      return at === 0
    case 'end':
      return at === text.length
    case 'line-start':
      return at === 0 || text.charCodeAt(at - 1) === 10
    case 'line-end':
      return at === text.length || text.charCodeAt(at) === 10
    case 'word-edge':
      return before !== after
    case 'no-word-edge':
      return before === after
    case 'word-start':
      return !before && after
    case 'word-end':
      return before && !after
  }
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122)
}
