import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseModules } from '../../../src/frontends/terraform/index.ts'
import { parseHcl } from '../../../src/languages/hcl/hcl.ts'
import { treeOf } from './trees.ts'

/** `FUZZ_SECONDS=60 npm test -- fuzz` goes on for longer; the seed is fixed, so that a failure comes again. */
const ROUNDS = 60
const seconds = Number(process.env.FUZZ_SECONDS ?? 0)

const SEEDS = [
  readFileSync(new URL('fixtures/everything.tf', import.meta.url), 'utf8'),
  'module "a" {\n  source = "./a"\n  x = templatefile("t.sh", { y = file("main.tf"), z = jsondecode(var.v) })\n}\nvariable "v" {\n  default = "{\\"a\\": [1]}"\n}\n',
  'resource "aws_iam_policy" "p" {\n  count = var.n\n  policy = jsonencode({ Statement = [for s in var.s : merge(s, { Effect = s.deny ? "Deny" : "Allow" })] })\n}\nvariable "n" { default = 2 }\nvariable "s" {}\n',
]

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '${',
  '%{',
  '~}',
  '<<E\n',
  '<<-E\n',
  '\nE\n',
  '\n',
  '\r\n',
  '=',
  '=>',
  '...',
  '?',
  ':',
  '.',
  '[*]',
  '.*',
  '*/',
  '/*',
  '#',
  '//',
  ',',
  '\\',
  '$$',
  'for x in ',
  ' if ',
  'endfor',
  'null',
  '\uFEFF',
  '\0',
  '\u2028',
  'é',
  '🙂',
  '\uE000',
  'each.value',
  'count.index',
  'local.a',
  'var.v',
  'path.module',
  'try(',
  'dynamic "x" {',
  'for_each = ',
  '9'.repeat(40),
  '-',
  '!',
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
  for (let times = 1 + random(6); times > 0; times--) {
    const at = random(result.length + 1)
    const piece = PIECES[random(PIECES.length)]!
    switch (random(4)) {
      case 0:
        result = result.slice(0, at) + piece + result.slice(at)
        break
      case 1:
        result = result.slice(0, at) + result.slice(at + 1 + random(20))
        break
      case 2: {
        const from = random(result.length + 1)
        result = result.slice(0, at) + result.slice(from, from + random(200)) + result.slice(at)
        break
      }
      default:
        result = result.slice(0, at) + piece.repeat(1 + random(50)) + result.slice(at + piece.length)
    }
  }
  return result.slice(0, 20_000)
}

function noise(random: (below: number) => number): string {
  let text = ''
  for (let length = random(300); length > 0; length--) {
    text += random(3) === 0 ? String.fromCharCode(random(0x180)) : PIECES[random(PIECES.length)]
  }
  return text
}

test(
  'nothing throws or hangs, whatever the text',
  () => {
    const random = randomness(20_240_229)
    const end = performance.now() + seconds * 1000
    for (let round = 0; round < ROUNDS || performance.now() < end; round++) {
      const text = random(4) === 0 ? noise(random) : mutated(SEEDS[random(SEEDS.length)]!, random)
      const started = performance.now()
      try {
        checkBounds(text)
        for (const unit of parseModules(
          treeOf({ 'main.tf': text, 'a/main.tf': mutated(SEEDS[1]!, random), 't.sh': text }),
        )) {
          expect(unit.nodes.length).toBeLessThan(100_000)
        }
      } catch (error) {
        throw new Error(`failed on ${JSON.stringify(text)}`, { cause: error })
      }
      if (performance.now() - started > 5_000) throw new Error(`took too long: ${JSON.stringify(text)}`)
    }
  },
  (seconds + 30) * 1000,
)

/** Places are in order and within the text. */
function checkBounds(text: string): void {
  const { body } = parseHcl(text)
  const stack = [body]
  for (let current = stack.pop(); current; current = stack.pop()) {
    for (const { start, nameEnd, end } of current.attributes) {
      if (!(start <= nameEnd && nameEnd <= end && end <= text.length)) throw new Error(`argument at ${start}-${end}`)
    }
    for (const { start, headerEnd, end, body: inner } of current.blocks) {
      if (!(start <= headerEnd && headerEnd <= end && end <= text.length)) throw new Error(`block at ${start}-${end}`)
      stack.push(inner)
    }
  }
}
