/**
 * How fast secrets are looked for, on one thread: `node --import tsx scripts/bench/aws-pass.ts [PATH…]`. Reads the files below
 * each PATH (or makes up a corpus, when there is none), and prints megabytes a second of the AWS pass over plain text, of the same
 * with decoding, and of all credential rules, the engine for other services included. The best of three rounds.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextNode } from '../../src/core/node.ts'
import type { Rule, RuleContext } from '../../src/core/rule.ts'
import { wholeText } from '../../src/core/text.ts'
import { decodeBytes } from '../../src/parse/decode/decode.ts'
import { awsKeysIn } from '../../src/rules/credentials/aws/credentials.ts'
import { detectAws } from '../../src/rules/credentials/aws/detector.ts'
import { closeSecretlint } from '../../src/rules/credentials/secretlint/engine.ts'

interface File {
  readonly uri: string
  readonly text: string
  readonly bytes: number
}

const MOST_BYTES = 200e6
const ROUNDS = 3

const packs = [
  'aws-access-key',
  'aws-session-token',
  'aws-bedrock-key',
  'appsync-key',
  'credential-file',
  'private-key',
  'gcp-service-account',
  'secretlint',
]
const rules: Rule<'text'>[] = []
for (const name of packs) rules.push(...[(await import(`../../src/rules/credentials/${name}.ts`)).default].flat())

const corpora: [string, File[]][] = process.argv.slice(2).map((path) => [path, readFiles(path)])
corpora.push(['generated', generate()])
for (const [name, files] of corpora) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  console.log(`${name}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`)
  await measure('AWS pass, plain', bytes, files, ({ text }) => void detectAws(text))
  await measure('AWS pass, with decoding', bytes, files, (file) => void awsKeysIn(wholeText(file)))
  await measure('all credential rules', bytes, files, runRules)
}
await closeSecretlint()

async function runRules(file: File): Promise<void> {
  const node: TextNode = {
    kind: 'text',
    uri: file.uri,
    anchor: '',
    span: { uri: file.uri, start: 0, end: file.text.length },
    text: wholeText(file),
  }
  const context: RuleContext = {
    trustedAccounts: new Set(),
    unit: [node],
    notify: ({ message }) => console.log(`  ${file.uri}: ${message}`),
  }
  for (const rule of rules) {
    const found = rule.check(node, context)
    if (Symbol.asyncIterator in found) for await (const _ of found);
    else for (const _ of found);
  }
}

async function measure(
  label: string,
  bytes: number,
  files: readonly File[],
  work: (file: File) => void | Promise<void>,
) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (const file of files) {
      const pending = work(file)
      if (pending) await pending
    }
    best = Math.min(best, performance.now() - start)
  }
  console.log(`  ${label.padEnd(24)} ${(bytes / 1e3 / best).toFixed(0).padStart(5)} MB/s`)
}

function readFiles(root: string): File[] {
  const files: File[] = []
  let total = 0
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || total > MOST_BYTES) continue
    const uri = join(entry.parentPath, entry.name)
    if (uri.includes('/.git/')) continue
    const raw = readFileSync(uri)
    const decoded = decodeBytes(raw)
    if (decoded === 'binary') continue
    files.push({ uri, text: decoded.text, bytes: raw.length })
    total += raw.length
  }
  return files
}

/** Code, minified code, lock files, base64 and escapes, 200 KB each: the kinds of text that cost differently. */
function generate(): File[] {
  const random = (seed: string, length: number, encoding: 'hex' | 'base64') => {
    let out = ''
    for (let block = 0; out.length < length; block++)
      out += createHash('sha512').update(`${seed}/${block}`).digest(encoding)
    return out.slice(0, length)
  }
  const repeat = (make: (index: number) => string) => Array.from({ length: 4000 }, (_, index) => make(index)).join('')
  const kinds: Record<string, string> = {
    'code.ts': repeat((index) => `export function handler${index}(event: ApiGatewayEvent): Promise<Result> {\n`),
    'app.min.js': repeat((index) => `var a${index}=function(e,t){return e.call(this,t||{})},`),
    'package-lock.json': repeat((index) => `      "integrity": "sha512-${random(`${index}`, 86, 'base64')}==",\n`),
    'image.svg': random('image', 200_000, 'base64'),
    'ids.txt': repeat((index) => `${random(`${index}`, 40, 'hex')} refs/tags/v${index}\n`),
    'messages.json': repeat((index) => `"m${index}": "\\u4f60\\u597d\\uff0c\\u4e16\\u754c ${index} %20 and \\/",\n`),
  }
  return Object.entries(kinds).flatMap(([name, text]) =>
    Array.from({ length: 8 }, (_, copy) => ({
      uri: `${copy}/${name}`,
      text: ` ${copy}${text}`,
      bytes: Buffer.byteLength(text),
    })),
  )
}
