import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { wholeText } from '../../src/core/text.ts'
import { fileFormats, formatOf } from '../../src/frontends/dispatch.ts'
import { parseSource } from '../../src/frontends/index.ts'
import { frontEnds } from '../../src/frontends/listing.ts'
import { documentFormats } from '../../src/frontends/structured.ts'
import { yamlDocuments } from '../../src/languages/yaml/yaml.ts'
import { FORMATS } from './samples.ts'

const FOLDERS = fileURLToPath(new URL('../../src/frontends', import.meta.url))

test('every folder is a front end, and is listed', () => {
  const folders = readdirSync(FOLDERS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(frontEnds).toHaveLength(folders.length)
  for (const { files = [], documents = [], libraries = [] } of frontEnds) {
    expect(files.length + documents.length + libraries.length).toBeGreaterThan(0)
  }
})

describe('files', () => {
  test.each(FORMATS.map(({ path }) => path))('%s is of one format', (path) => {
    expect(formatOf(path)).toBeDefined()
    expect(fileFormats.filter(({ owns }) => owns?.(path)).length).toBeLessThan(2)
  })

  test('an end of names belongs to one format', () => {
    const ends = fileFormats.flatMap(({ extensions = [] }) => extensions)
    expect(new Set(ends).size).toBe(ends.length)
  })

  test.each(fileFormats)('$name: there is a sample, and something is made of it', (format) => {
    const samples = FORMATS.filter(({ path }) => formatOf(path) === format)
    expect(samples.flatMap(({ path, text }) => parseSource({ uri: path, text }).nodes).length).toBeGreaterThan(0)
  })

  test.each(fileFormats)('$name: broken text ends', (format) => {
    const path = FORMATS.find((sample) => formatOf(sample.path) === format)!.path
    for (const text of [
      '{"Resources": '.repeat(3_000),
      '- a: &b [*b, "'.repeat(3_000),
      `\`\${'<<EOF\n`.repeat(3_000),
    ]) {
      expect(() => parseSource({ uri: path, text })).not.toThrow()
    }
  })
})

describe('documents', () => {
  const documents = FORMATS.flatMap(({ path, text }) => {
    if (!/\.(?:json|ya?ml|template|tfstate)$/.test(path)) return []
    const all = yamlDocuments(wholeText({ uri: path, text }))
    return all.values.map((value) => ({ path, text, value }))
  })

  test('what a document says tells one format at most', () => {
    for (const { path, value } of documents) {
      const owners = documentFormats.filter((format) => format.toldBy === 'content' && format.owns(value, path))
      expect({ path, owners: owners.slice(1).map(({ name }) => name) }).toEqual({ path, owners: [] })
    }
  })

  test.each(documentFormats)('$name: there is a sample, which may be one before it is parsed', (format) => {
    const own = documents.filter(({ path, value }) => documentFormats.find(({ owns }) => owns(value, path)) === format)
    expect(own.length).toBeGreaterThan(0)
    expect(own.some(({ text, path }) => format.mayBe(text, path))).toBe(true)
  })
})

test('a program is read by one of the libraries that make infrastructure, and by that for calls', () => {
  const libraries = frontEnds.flatMap(({ libraries = [] }) => libraries)
  const users = (text: string) => libraries.filter(({ uses }) => uses(text)).map(({ name }) => name)
  expect(users("import * as aws from '@pulumi/aws'")).toEqual(['sdk', 'pulumi'])
  expect(users("import * as cdk from 'aws-cdk-lib'")).toEqual(['cdk', 'sdk'])
})
