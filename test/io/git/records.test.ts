import { describe, expect, test } from 'vitest'
import { createIdSet } from '../../../src/io/git/ids.ts'
import { messageOf } from '../../../src/io/git/messages.ts'
import { readBlobs, readObjects } from '../../../src/io/git/objects.ts'
import { pathText, type RawRecord, rawRecords } from '../../../src/io/git/records.ts'
import { requireRepository } from '../../../src/io/git/repository.ts'
import { followLinks } from '../../../src/io/git/tree.ts'
import { all, throwaway } from './throwaway.ts'

const ID = ['a', 'b', 'c', '0'].map((digit) => digit.repeat(40)) as [string, string, string, string]

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe("git's raw differences", () => {
  const [a, b, c, zero] = ID
  const output = [
    a,
    `:100644 100755 ${a} ${b} M`,
    'plain',
    `:100644 000000 ${a} ${zero} D`,
    ':100644 100644 a file named like a description',
    c,
    `:100644 100644 ${a} ${b} R087`,
    'old\nname',
    'new é',
    `::100644 000000 120000 ${a} ${zero} ${c} MA`,
    'merged',
    '',
  ].join('\0')
  const expected: RawRecord[] = [
    { commit: a },
    { status: 'M', mode: '100755', blob: b, before: [{ mode: '100644', blob: a }], path: 'plain' },
    {
      status: 'D',
      mode: '000000',
      before: [{ mode: '100644', blob: a }],
      path: ':100644 100644 a file named like a description',
    },
    { commit: c },
    {
      status: 'R',
      mode: '100644',
      blob: b,
      before: [{ mode: '100644', blob: a }],
      path: 'new é',
      oldPath: 'old\nname',
    },
    { status: 'MA', mode: '120000', blob: c, before: [{ mode: '100644', blob: a }], path: 'merged' },
  ]

  test.each([1, 2, 3, 7, 41, 64, 100_000])('are the same in pieces of %i bytes', async (size) => {
    expect((await all(rawRecords(pieces(output, size)))).flat()).toEqual(expected)
  })
})

test('names that are not UTF-8 stay different from each other', () => {
  expect(pathText(Buffer.from('caf\xe9', 'latin1'))).toBe('caf\\xe9')
  expect(pathText(Buffer.from('caf\xe8', 'latin1'))).toBe('caf\\xe8')
  expect(pathText(Buffer.from('café \ufffd'))).toBe('café \ufffd')
})

describe('a set of ids', () => {
  test.each([40, 64])('of %i digits knows each once, also those that begin alike', (digits) => {
    const set = createIdSet()
    const ids = Array.from(
      { length: 5000 },
      (_, index) => `${index % 16 ? 0 : 1}${index.toString(16).padStart(digits - 1, '0')}`,
    )
    expect(ids.every((id) => set.add(id))).toBe(true)
    expect(ids.some((id) => set.add(id) || !set.has(id))).toBe(false)
    expect(set.size).toBe(5000)
    expect(set.has('e'.repeat(digits))).toBe(false)
    expect(set.has('')).toBe(false)
  })
})

describe('objects', () => {
  const repo = throwaway()
  const contents = ['', 'a', '\n\n', 'x'.repeat(70_000), 'line\n'.repeat(50_000), '\0\0', 'é'.repeat(40_000)]
  for (const [index, content] of contents.entries()) repo.write(`f${index}`, content)
  repo.commit('contents')
  const ids = contents.map((_, index) => repo.git('rev-parse', `HEAD:f${index}`))

  test('come whole, in the order asked for, as often as asked for', async () => {
    const opened = await requireRepository(repo.path, repo.env)
    const asked = [...ids, ...ids].reverse()
    const read = await all(readObjects(opened, asked))
    expect(read.map(({ id }) => id)).toEqual(asked)
    expect(read.map(({ bytes }) => bytes.toString())).toEqual([...contents, ...contents].reverse())
  })

  test('are left out when they are too large or not there, and told', async () => {
    const opened = await requireRepository(repo.path, repo.env)
    const wanted = [...ids, 'd'.repeat(40)].map((blob, index) => ({ blob, index }))
    const unread: unknown[] = []
    const read = await all(readBlobs(opened, wanted, ({ index }, why) => unread.push([index, why]), 1000))
    expect(read.map(({ item, bytes }) => [item.index, bytes.toString()])).toEqual(
      [0, 1, 2, 5].map((index) => [index, contents[index]]),
    )
    expect(unread).toEqual([
      [3, { reason: 'too-large', size: 70_000 }],
      [4, { reason: 'too-large', size: 250_000 }],
      [6, { reason: 'too-large', size: 80_000 }],
      [7, { reason: 'missing' }],
    ])
  })

  test('that are not there are one clear line when they must be', async () => {
    const opened = await requireRepository(repo.path, repo.env)
    await expect(all(readObjects(opened, ['d'.repeat(40)]))).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining('is missing from the repository'),
    })
  })

  test('stop coming when the reader has had enough, and a failing source is what is told', async () => {
    const opened = await requireRepository(repo.path, repo.env)
    for await (const { bytes } of readObjects(opened, endless(ids[3]!))) {
      expect(bytes).toHaveLength(70_000)
      break
    }
    const failing = async function* (): AsyncGenerator<string> {
      yield ids[0]!
      throw new Error('the source is broken')
    }
    await expect(all(readObjects(opened, failing()))).rejects.toThrow('the source is broken')
  })
})

async function* endless(id: string): AsyncGenerator<string> {
  for (;;) yield id
}

test('a message is what stands below the headers', () => {
  expect(messageOf(Buffer.from('tree x\ngpgsig a\n b\n\nsubject\n\nbody\n'))).toBe('subject\n\nbody\n')
  expect(messageOf(Buffer.from('tree x\nencoding no-such-thing\n\ncaf\xe9', 'latin1'))).toBe('café')
  expect(messageOf(Buffer.from('tree x\n'))).toBe('')
})

test('links of a snapshot are followed within it only', () => {
  const links = new Map([
    ['a', 'b/c'],
    ['b/c', '../d'],
    ['up', '../../etc'],
    ['loop', 'loop'],
    ['root', '/etc'],
  ])
  const paths = ['a', 'a/x', './b/c', 'up/passwd', 'loop', 'root/passwd', '..', 'plain/file']
  expect(paths.map((path) => followLinks(path, links))).toEqual([
    'd',
    'd/x',
    'd',
    undefined,
    undefined,
    undefined,
    undefined,
    'plain/file',
  ])
})
