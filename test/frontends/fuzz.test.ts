import { expect, test } from 'vitest'
import type { AnyNode } from '../../src/core/node.ts'
import { parseSource } from '../../src/frontends/index.ts'
import { FORMATS } from './samples.ts'
import { mistakeIn } from './support.ts'

/** `FUZZ_SECONDS=60 npm test -- frontends/fuzz` goes on for longer; the seed is fixed, so that a failure comes again. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 0.15)

const PIECES = [
  ...'{}[]()<>"\'`$%#&|;:,.!?*@\\/=+-~^ \t\n\r',
  '\r\n',
  '\n\n',
  '${',
  '$(',
  '${{',
  '}}',
  '<<EOF\n',
  '\nEOF\n',
  '<<-E',
  "'''",
  '"""',
  '```',
  '---\n',
  '- ',
  '? ',
  '&a ',
  '*a',
  '<<: *a',
  '!Sub ',
  '!Join ',
  '|\n',
  '>-\n',
  '\uFEFF',
  '\0',
  '\u2028',
  'é',
  '🙂',
  '\uD800',
  '\uE000',
  'Fn::If',
  '"Ref": ',
  '"Statement": ',
  'AWSTemplateFormatVersion',
  'aws iam ',
  '--policy-document ',
  'file://',
  'RUN ',
  'ENV ',
  '#cloud-config\n',
  'new iam.',
  '=>',
  '9'.repeat(40),
  'a'.repeat(300),
]

/** A small generator of pseudo-random numbers (mulberry32), the same on every machine. */
function randomness(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function mutated(text: string, random: (below: number) => number): string {
  let result = text
  for (let changes = 1 + random(6); changes > 0; changes--) {
    const at = random(result.length + 1)
    const length = random(4) === 0 ? random(60) : random(4)
    const piece = random(3) === 0 ? '' : PIECES[random(PIECES.length)]!
    const copied = random(8) === 0 ? result.slice(random(result.length + 1)).slice(0, random(200)) : piece
    result = result.slice(0, at) + copied + result.slice(at + length)
  }
  return result
}

for (const { path, text } of FORMATS) {
  test(`${path}: whatever is done to it, it is read without an error, and its places are in the file`, () => {
    const random = randomness(20_260_101 + path.length)
    const end = performance.now() + seconds * 1000
    for (let round = 0; round < 5 || performance.now() < end; round++) {
      const source = round === 0 ? text : mutated(text, random)
      try {
        for (const node of parseSource({ uri: path, text: source }).nodes) {
          expect(complaint(node, path, source)).toBeUndefined()
        }
      } catch (error) {
        throw new Error(`round ${round}: ${(error as Error).stack}\n${JSON.stringify(source)}`)
      }
    }
  })
}

function complaint(node: AnyNode, path: string, source: string): string | undefined {
  const spans = [node.span]
  if (node.kind === 'policy') {
    for (const { actions, resources, principals, span } of node.document.statements) {
      spans.push(span, ...actions.map((leaf) => leaf.span), ...resources.map((leaf) => leaf.span))
      spans.push(...principals.map(({ value }) => value.span))
    }
  }
  if (node.kind === 'setting') spans.push(node.name.span, node.value.span)
  if (node.kind === 'attachment') spans.push(node.policyArn.span, node.holder.span)
  const lost = spans.find(({ uri, start, end }) => uri !== path || start < 0 || end > source.length || start > end)
  if (lost) return `${node.kind} at ${JSON.stringify(lost)}`
  return node.kind === 'script' ? mistakeIn(node.text, { [path]: source }) : undefined
}
