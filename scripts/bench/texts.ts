/** A file of a made-up repository. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export type Random = () => number

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Files as repositories hold them, in kinds and sizes: two thirds is code, some is infrastructure, and a few machine-made
 * files (lock files, minified code, images in base64, catalogues of translations) make up a good part of the bytes.
 * `wanted` chooses among the kinds, by names such as `*.tf`.
 */
export function makeFiles(count: number, random: Random, wanted = (_name: string) => true): TextFile[] {
  const kinds = KINDS.filter(({ name }) => wanted(name))
  const files: TextFile[] = []
  for (let index = 0; index < count; index++) {
    const kind = pick(kinds, random)
    const folder = `${pick(WORDS, random)}/${pick(WORDS, random)}`
    files.push({
      path: `${folder}/${kind.name.replace('*', `${pick(WORDS, random)}${index}`)}`,
      text: kind.make(random),
    })
  }
  return files
}

/** An edit as people make them: a few lines replaced and a few added, in the middle. */
export function edited(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = Math.floor(random() * lines.length)
  const added = Array.from(
    { length: 1 + Math.floor(random() * 4) },
    () => `${indentOf(lines[at] ?? '')}${phrase(random, 4)}`,
  )
  lines.splice(at, Math.floor(random() * 2), ...added)
  return lines.join('\n')
}

/** Random base64, `length` characters of it. */
export function base64(random: Random, length: number): string {
  return letters(random, length, BASE64)
}

/** A made-up access key as people leave it behind; never the same literal in this file. */
export function leak(random: Random): string {
  const id = `AK${'IA'}Q${letters(random, 15, BASE32)}`
  return `[default]\naws_access_key_id = ${id}\naws_secret_access_key = w${letters(random, 38, BASE64)}9\n`
}

interface KindOfFile {
  /** `*` is for a word. */
  readonly name: string
  make(random: Random): string
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const WORDS =
  `account action admin agent alert api app archive asset audit backup batch billing bucket build cache client
  cluster config console consumer content core cron data default deploy device docker domain edge email endpoint event
  export fetch flow form function gateway grant graph group handler health host image import index input instance
  invoice item job kernel key lambda layer ledger legacy limit list lock log mail main map market memory merge message meter
  metric model module monitor network node notify object order output owner page parser patch path payment plan platform
  policy pool port product profile project proxy public query queue rate record region release remote render report request
  resource result retry role route rule sample schema scope search secret section server service session shard shop site
  source stack stage state storage store stream string subnet subscription sync system table target task team template tenant
  test thread ticket token topic trace transfer trigger update upload user value vault vendor version view volume web worker`.split(
    /\s+/,
  )

const CODE: readonly KindOfFile[] = [
  { name: '*.ts', make: (random) => repeat(random, 40, 160, () => typescript(random)) },
  { name: '*.go', make: (random) => repeat(random, 40, 160, () => go(random)) },
  { name: '*.py', make: (random) => python(random) },
  { name: '*.test.ts', make: (random) => repeat(random, 20, 120, () => typescript(random)) },
]

const INFRASTRUCTURE: readonly KindOfFile[] = [
  { name: '*.tf', make: (random) => repeat(random, 6, 40, () => terraform(random)) },
  { name: '*.yaml', make: (random) => repeat(random, 10, 60, () => yaml(random)) },
  { name: '*.json', make: (random) => `{\n${repeat(random, 30, 200, () => json(random))}  "end": true\n}\n` },
  {
    name: 'Dockerfile',
    make: (random) => `FROM node:24\n${repeat(random, 5, 20, () => `RUN ${phrase(random, 6)}\n`)}`,
  },
  {
    name: '*.sh',
    make: (random) => `#!/bin/sh\n${repeat(random, 10, 80, () => `${phrase(random, 5)} --${phrase(random, 2)}\n`)}`,
  },
  {
    name: 'README.md',
    make: (random) => repeat(random, 10, 60, () => `## ${phrase(random, 4)}\n\n${phrase(random, 40)}\n\n`),
  },
]

const MACHINE_MADE: readonly KindOfFile[] = [
  {
    name: 'package-lock.json',
    make: (random) => `{\n${repeat(random, 100, 400, () => lockEntry(random))}  "lockfileVersion": 3\n}\n`,
  },
  {
    name: '*.min.js',
    make: (random) =>
      repeat(random, 300, 900, () => `var ${pick(WORDS, random)}=function(e,t){return e.call(this,t||{})};`),
  },
  {
    name: '*.svg',
    make: (random) =>
      `<svg><image href="data:image/png;base64,${base64(random, 8000 + Math.floor(random() * 30_000))}"/></svg>\n`,
  },
  { name: 'messages.json', make: (random) => `{\n${repeat(random, 100, 400, () => message(random))}  "end": ""\n}\n` },
]

/** Each as often as its share. */
const KINDS: readonly KindOfFile[] = [...times(10, CODE), ...times(2, INFRASTRUCTURE), ...times(1, MACHINE_MADE)]

function typescript(random: Random): string {
  const [one, two, three] = [camel(random), camel(random), camel(random)]
  return `/** ${phrase(random, 9)}. */\nexport async function ${one}(${two}: ${three}): Promise<void> {\n  const ${three} = await this.${two}.${one}('${phrase(random, 2)}')\n  if (!${three}) throw new Error(\`${phrase(random, 3)} \${${two}.id}\`)\n}\n\n`
}

function go(random: Random): string {
  const [one, two] = [camel(random), camel(random)]
  return `// ${one} ${phrase(random, 8)}.\nfunc (s *${two}) ${one}(ctx context.Context) error {\n\tif err := s.${two}.${one}(ctx, "${phrase(random, 2)}"); err != nil {\n\t\treturn fmt.Errorf("${phrase(random, 3)}: %w", err)\n\t}\n\treturn nil\n}\n\n`
}

/** One in five talks to AWS. */
function python(random: Random): string {
  const module = random() < 0.2 ? 'boto3' : 'pytest'
  const test = () => {
    const [one, two] = [pick(WORDS, random), pick(WORDS, random)]
    return `    def test_${one}_${two}(self, ${two}):\n        """${phrase(random, 8)}."""\n        ${one} = ${module}.client("${two}", region_name="us-east-1")\n        assert ${one}.describe_${two}()["${camel(random)}"] == ["${phrase(random, 2)}"]\n\n`
  }
  return `import ${module}\n\n\nclass Test${camel(random)}:\n${repeat(random, 40, 160, test)}`
}

function terraform(random: Random): string {
  const [one, two] = [pick(WORDS, random), pick(WORDS, random)]
  return `resource "aws_${one}" "${two}_${one}" {\n  name        = "\${var.prefix}-${one}-${two}"\n  description = "${phrase(random, 6)}"\n  count       = var.enabled ? length(var.${two}) : 0\n\n  tags = merge(var.tags, {\n    ${camel(random)} = local.${one}["${two}"]\n  })\n\n  dynamic "${one}" {\n    for_each = toset(var.${two})\n    content {\n      ${two} = ${one}.value.${two}\n    }\n  }\n}\n\n`
}

function yaml(random: Random): string {
  const [one, two] = [pick(WORDS, random), pick(WORDS, random)]
  return `- name: ${one}-${two}\n  # ${phrase(random, 6)}\n  spec:\n    ${camel(random)}: "${phrase(random, 2)}"\n    replicas: ${Math.floor(random() * 9)}\n    args: [--${one}, --${two}=true]\n    script: |\n      ${phrase(random, 5)}\n      ${phrase(random, 5)}\n`
}

function json(random: Random): string {
  return `  "${camel(random)}": { "${pick(WORDS, random)}": "${phrase(random, 3)}", "id": ${Math.floor(random() * 1e6)} },\n`
}

function lockEntry(random: Random): string {
  const name = `${pick(WORDS, random)}-${pick(WORDS, random)}`
  return `    "node_modules/${name}": {\n      "version": "${Math.floor(random() * 9)}.${Math.floor(random() * 9)}.0",\n      "resolved": "https://registry.example.com/${name}/-/${name}.tgz",\n      "integrity": "sha512-${base64(random, 86)}=="\n    },\n`
}

function message(random: Random): string {
  return `  "${camel(random)}": "${phrase(random, 3)} \\u4f60\\u597d\\uff0c\\u4e16\\u754c ${phrase(random, 4)}",\n`
}

function phrase(random: Random, words: number): string {
  return Array.from({ length: words }, () => pick(WORDS, random)).join(' ')
}

function camel(random: Random): string {
  const [first, second] = [pick(WORDS, random), pick(WORDS, random)]
  return `${first}${second[0]!.toUpperCase()}${second.slice(1)}`
}

function letters(random: Random, length: number, alphabet: string): string {
  let out = ''
  while (out.length < length) out += alphabet[Math.floor(random() * alphabet.length)]
  return out
}

function repeat(random: Random, least: number, most: number, make: () => string): string {
  return Array.from({ length: least + Math.floor(random() * (most - least)) }, make).join('')
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)]!
}

function times<Item>(count: number, items: readonly Item[]): Item[] {
  return Array.from({ length: count }, () => items).flat()
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)![0]
}
