import { expect, test } from 'vitest'
import { plainDocuments } from '../../src/languages/yaml/plain.ts'
import { libraryDocuments } from '../../src/languages/yaml/yaml.ts'
import { textOf } from '../frontends/support.ts'

/** What the own reader of YAML reads, it reads as the library does, to the place. */

const DOCUMENT = `# A template
AWSTemplateFormatVersion: "2010-09-09"
Description: >-
  Folded over
  two lines

    with one deeper

  and an empty one
Parameters: {Level: {Type: String, Default: its}, Size: {Type: Number}}
Resources:
  # of the worker
  Worker:
    Type: AWS::Lambda::Function
    DependsOn: [Role, "Other", !Ref Third]   # why
    # deeper
      # deeper still
    Properties:
      Handler: index.handler
      Quoted: 'it''s'
      Code: |
        line one
          indented # no comment

        last
      Role: !GetAtt Role.Arn
      Empty:
      Timeout: 30
      Memory: 1.10
      Account: 012345678901
      On: true
      Nothing: ~
      Tags:
      - Key: a
        Value: "b\\n\\x41"
      -   Key: plain over
            lines of it
          Value: 'quoted

            over lines'
      - - nested
        - list
      -
        Key: below
      - !Sub "\${X}"
      Condition:
        !Or
          - !Not
            - a
  # of nobody
Outputs:
  Name:
    Value: !Join
      - ''
      - - a
        - !If [Yes, {Ref: A},
            "b"]
# at the end
---
kind: Secret
data: {}
list: []
`

const PIECES = [
  '# c',
  '',
  '- x',
  'k: v',
  'k:',
  '  ',
  '"q": 1',
  '|',
  '[a, b',
  ']',
  '---',
  '!Ref A',
  '\t',
  ': ',
  "'",
  '- - a: b',
  '&a b',
  '*a',
  'a: b: c',
  '? x',
]

function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

function changed(text: string, random: (below: number) => number): string {
  const lines = text.split('\n')
  for (let change = random(3); change >= 0; change--) {
    const at = random(lines.length)
    const line = lines[at]!
    const piece = PIECES[random(PIECES.length)]!
    const kind = random(7)
    if (kind === 0) lines.splice(at, 1)
    else if (kind === 1) lines.splice(at, 0, ' '.repeat(random(10)) + piece)
    else if (kind === 2) lines[at] = `${' '.repeat(random(4))}${line}`
    else if (kind === 3) lines[at] = line.replace(/^ {1,2}/, '')
    else if (kind === 4) lines[at] = `${line}${random(2) ? ' ' : ''}${piece}`
    else if (kind === 5)
      lines[at] = line.slice(0, random(line.length + 1)) + piece + line.slice(random(line.length + 1))
    else lines.splice(at, 0, lines[random(lines.length)]!)
  }
  return lines.join('\n')
}

test('a document with all that people write', () => {
  const text = textOf(DOCUMENT, 'a.yaml')
  expect(plainDocuments(text)).toEqual(libraryDocuments(text).values)
})

test('the same document changed anyhow: read the same, or left to the library', () => {
  const random = createRandom(7)
  let own = 0
  for (let round = 0; round < 1500; round++) {
    const source = changed(round % 3 === 0 ? DOCUMENT : part(random), random)
    const text = textOf(source, 'a.yaml')
    const read = plainDocuments(text)
    if (!read) continue
    own++
    const { values, notifications } = libraryDocuments(text)
    expect({ source, read, notifications: [] }).toEqual({ source, read: values, notifications })
  }
  expect(own).toBeGreaterThan(250)
})

/** Some lines of it, which are quicker to read. */
function part(random: (below: number) => number): string {
  const lines = DOCUMENT.split('\n').slice(10)
  const from = random(lines.length - 8)
  const taken = lines.slice(from, from + 4 + random(14))
  const indent = Math.min(...taken.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return taken.map((line) => line.slice(indent)).join('\n')
}

test.each([
  'a: &x 1\nb: *x\n',
  '%YAML 1.2\n---\na: 1\n',
  '? a\n: b\n',
  '<<: {a: 1}\n',
  'a: 1\r\nb: 2\r\n',
  'a: [1, 2\n',
])('is left to the library: %j', (source) => {
  expect(plainDocuments(textOf(source))).toBeUndefined()
})
