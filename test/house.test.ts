import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/rules/index.ts'

/** What holds of the whole of src/: memory has an owner, and rules are known by what their meta says. */
const SRC = fileURLToPath(new URL('../src', import.meta.url))
const WORLD = /^(?:io|run|action|cli)\b/

const files = readdirSync(SRC, { recursive: true })
  .map((name) => String(name).split(sep).join('/'))
  .filter((path) => /\.ts$/.test(path))
  .map((path) => ({ path, text: withoutComments(readFileSync(join(SRC, path), 'utf8')) }))

const below = files.filter(({ path }) => !WORLD.test(path))

/** `path: what`, for every match below io/. */
function found(pattern: RegExp): string[] {
  return below.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([all]) => `${path}: ${all.trim()}`))
}

describe('memory has an owner', () => {
  test('nothing is remembered by the identity of a node, a hit, a value or a tree', () => {
    expect(found(/new Weak(?:Map|Set)\b/g)).toEqual([])
  })

  test('no module holds what changes', () => {
    const variables = found(/^(?:export )?(?:let|var)\b.*/gm)
    const collections = found(/^(?:export )?const \w+(?::(?! *Readonly)[^=\n]+)? = new (?:Map|Set)\b[^(\n]*\(\s*\)/gm)
    expect([...variables, ...collections]).toEqual([])
  })

  test('no collection of a module is written to', () => {
    const written = below.flatMap(({ path, text }) =>
      [...text.matchAll(/^(?:export )?const (\w+)\b[^\n]*= (?:new (?:Map|Set)\b|\[\]|\{\})/gm)]
        .map(([, name]) => name!)
        .filter((name) => new RegExp(`(?<![.\\w])${name}\\.(?:set|add|delete|clear|push|splice)\\(`).test(text))
        .map((name) => `${path}: ${name}`),
    )
    expect(written).toEqual([])
  })
})

test('no rule is known by its id outside of rules/', () => {
  const ids = rules.map(({ meta }) => meta.id)
  const naming = files
    .filter(({ path }) => !path.startsWith('rules/'))
    .flatMap(({ path, text }) => ids.filter((id) => text.includes(`'${id}'`)).map((id) => `${path}: ${id}`))
  expect(naming).toEqual([])
  const packs = new Set(ids.map((id) => id.split('/')[0]!))
  const guessing = files
    .filter(({ path }) => !path.startsWith('rules/'))
    .flatMap(({ path, text }) =>
      [...packs].filter((pack) => text.includes(`startsWith('${pack}/')`)).map((pack) => `${path}: ${pack}`),
    )
  expect(guessing).toEqual([])
})

test('no file is longer than 350 lines, tables aside', () => {
  const TABLES = /-data\.ts$|^rules\/credentials\/tokens\/formats\/|^iam\/escalation-paths\.ts$|^cli\/commands\.ts$/
  const long = files.filter(({ path }) => !TABLES.test(path)).map(({ path }) => ({ path, lines: linesOf(path) }))
  expect(long.filter(({ lines }) => lines > 350)).toEqual([])
})

function linesOf(path: string): number {
  return readFileSync(join(SRC, path), 'utf8').split('\n').length - 1
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
