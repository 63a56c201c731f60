import { type Assertion, type Part, parsePattern } from './pattern-syntax.ts'

/** Work that matching may still do, in steps; shared by all patterns of a run. When it is used up, nothing matches. */
export interface Budget {
  steps: number
}

/** Is there a match anywhere in the text? */
export type Pattern = (text: string, budget: Budget) => boolean

/**
 * A regular expression that takes time linear in the text, whatever it says: patterns come from the repository that is
 * scanned, and JavaScript's own engine would let one of them stop the scan. All ways through the pattern are followed at
 * once (Thompson's construction). Takes extended regular expressions as grep has them and what they share with
 * JavaScript's; throws an Error with a reason for the rest (back references, looking around).
 */
export function compilePattern(written: string, ignoreCase = false): Pattern {
  const program: Instruction[] = []
  emit(parsePattern(written, ignoreCase), program, 0)
  program.push({ op: 'match' })
  return (text, budget) => search(program, text, budget)
}

type Instruction =
  | { op: 'any' | 'match' }
  | { op: 'set'; has: (code: number) => boolean }
  | { op: 'assert'; assertion: Assertion }
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

function emitRepeat({ part, least, most }: Part & { kind: 'repeat' }, program: Instruction[], depth: number): void {
  for (let time = 0; time < least; time++) emit(part, program, depth + 1)
  if (most === Number.POSITIVE_INFINITY) {
    const split: Instruction & { op: 'split' } = { op: 'split', to: [] }
    const start = program.push(split) - 1
    split.to.push(program.length)
    emit(part, program, depth + 1)
    program.push({ op: 'split', to: [start] })
    split.to.push(program.length)
    return
  }
  const splits: { to: number[] }[] = []
  for (let time = least; time < most; time++) {
    const split: Instruction & { op: 'split' } = { op: 'split', to: [program.length + 1] }
    splits.push(split)
    program.push(split)
    emit(part, program, depth + 1)
  }
  for (const split of splits) split.to.push(program.length)
}

function search(program: Instruction[], text: string, budget: Budget): boolean {
  const seen = new Int32Array(program.length).fill(-1)
  let threads: number[] = []
  for (let at = 0; at <= text.length && budget.steps >= 0; at++) {
    const waiting: number[] = []
    if (follow(program, [...threads, 0], text, at, seen, waiting, budget)) return true
    if (at === text.length) break
    const code = text.charCodeAt(at)
    threads = waiting.filter((index) => takes(program[index]!, code)).map((index) => index + 1)
  }
  return false
}

/** Goes on from `threads` without reading; collects the instructions that wait for a character. True on a match. */
function follow(
  program: Instruction[],
  threads: number[],
  text: string,
  at: number,
  seen: Int32Array,
  waiting: number[],
  budget: Budget,
): boolean {
  const open = threads
  while (open.length > 0) {
    const index = open.pop()!
    if (seen[index] === at) continue
    seen[index] = at
    budget.steps--
    const instruction = program[index]!
    if (instruction.op === 'match') return true
    if (instruction.op === 'split') open.push(...instruction.to)
    else if (instruction.op !== 'assert') waiting.push(index)
    else if (holds(instruction.assertion, text, at)) open.push(index + 1)
  }
  return false
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
