import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FEATURES } from '../../../src/io/aws/permissions.ts'
import { awsSettings } from '../../../src/io/aws/settings.ts'

/** docs/aws-setup.md says how our inputs stand to those of aws-actions/configure-aws-credentials; this keeps it true. */
const ROOT = join(import.meta.dirname, '../../..')
const page = readFileSync(join(ROOT, 'docs/aws-setup.md'), 'utf8')
const theirs = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/configure-aws-credentials.json'), 'utf8'),
) as {
  version: string
  inputs: string[]
  outputs: string[]
}

/** The names that are read, as they are read. */
function ourInputs(): string[] {
  const names: string[] = []
  awsSettings((name) => {
    names.push(name)
    return ''
  })
  return names.sort()
}

/** Cells of the table whose header is `header`, without code marks. */
function table(header: string): string[][] {
  const lines = page.slice(page.indexOf(header)).split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll('`', '').trim()),
  )
}

describe('docs/aws-setup.md', () => {
  const rows = table('| its input |')

  test('names each of their inputs once', () => {
    expect(page).toContain(`Its v${theirs.version}.`)
    expect(
      rows
        .map(([input]) => input!)
        .filter(Boolean)
        .sort(),
    ).toEqual([...theirs.inputs].sort())
  })

  test('names each of our inputs once', () => {
    const ours = rows.map(([, here]) => here!).filter((here) => here !== 'left out')
    expect(ours.sort()).toEqual(ourInputs())
  })

  test('an input of the same name is meant where it says so, and each that is left out says why', () => {
    for (const [input, here, why] of rows) {
      if (here === 'left out') expect(why).not.toBe('')
      else if (input && input !== 'output-env-credentials') expect(here).toBe(input)
    }
  })

  test('names each of their outputs', () => {
    const named = table('| its output |').map(([output]) => output!.split(' ')[0]!)
    expect(named.filter((name) => name !== 'authenticated-arn').sort()).toEqual([...theirs.outputs].sort())
  })

  test('lists the permissions that are asked for', () => {
    const listed = table('| feature |').map(([what, action]) => [what, action])
    for (const { what, action } of FEATURES) expect(listed).toContainEqual([what, action])
  })
})

test.each(['keylatch-role.tf', 'keylatch-role.yaml'])('docs/aws/%s grants what is asked for', (name) => {
  const text = readFileSync(join(ROOT, 'docs/aws', name), 'utf8')
  const granted = text.match(/\b(?:sts|iam):(?:Get|List)\w+/g) ?? []
  expect([...new Set(granted)].sort()).toEqual(FEATURES.map(({ action }) => action).sort())
})

test('action.yml declares every input that is read, and every output that is set', () => {
  const { inputs, outputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Record<string, object>
  expect(Object.keys(inputs!)).toEqual(expect.arrayContaining(ourInputs()))
  const named = table('| its output |').flatMap(
    ([, here]) => here!.match(/aws-[a-z-]+|authenticated-arn|expiration/g) ?? [],
  )
  expect(Object.keys(outputs!)).toEqual(expect.arrayContaining(named))
})
