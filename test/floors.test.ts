import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** Lowest first; a file may import from its own floor and from those below. What is not listed stands on top. */
const FLOORS = [
  'core',
  'languages',
  'aws',
  'secrets',
  'extract',
  'account',
  'frontends',
  'iam',
  'rules',
  'scan',
  'compare',
  'report',
  'io',
  'run',
]
const TOP = FLOORS.length

/** Floors from here on may touch the world: files, processes, the network, the clock, the environment. */
const WORLD = FLOORS.indexOf('io')

const SRC = fileURLToPath(new URL('../src', import.meta.url))

interface Module {
  /** `scan/config.ts`, below src. */
  readonly path: string
  readonly text: string
  /** Modules of this project, below src. */
  readonly imports: readonly string[]
  readonly packages: readonly string[]
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, types included. */
const IMPORT = /(?:^|[;\n])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g

const modules = readModules()

describe('floors', () => {
  test('there is something to walk', () => {
    expect(modules.size).toBeGreaterThan(30)
    expect([...modules.values()].flatMap(({ imports }) => imports).length).toBeGreaterThan(100)
  })

  test('every import leads to a file of src, with its extension', () => {
    const astray = pairs(({ imports }) => imports.filter((path) => !modules.has(path)))
    expect(astray).toEqual([])
  })

  test('no import leads upwards', () => {
    const upward = pairs(({ path, imports }) => imports.filter((target) => floorOf(target) > floorOf(path)))
    expect(upward).toEqual([])
  })

  test('nothing imports what is started: action, cli, cleanup', () => {
    const entries = new Set(['action.ts', 'cli.ts', 'cleanup.ts'])
    expect(pairs(({ imports }) => imports.filter((target) => entries.has(target)))).toEqual([])
  })

  test('no circle of imports', () => {
    expect(circles()).toEqual([])
  })

  test('below io nothing reads files, starts processes, opens connections', () => {
    // `net` for what it knows of addresses, which is text and numbers: isIP and its kin; the rest of it connects.
    const addresses = /import \{(?: isIP(?:v[46])?,?)+ \} from 'node:net'/
    const worldly = /^(?:node:)?(?:fs|child_process|http|https|http2|net|tls|dgram|dns|os|readline|inspector)(?:\/|$)/
    const foreign = /^@(?:actions|octokit|aws-sdk|smithy)\//
    const allowed = (name: string, text: string) => name === 'node:net' && addresses.test(text)
    const found = pairs(({ path, text, packages }) =>
      floorOf(path) < WORLD
        ? packages.filter((name) => (worldly.test(name) || foreign.test(name)) && !allowed(name, text))
        : [],
    )
    expect(found).toEqual([])
  })

  test('below io nothing reads the environment, the clock or chance', () => {
    const found = pairs(({ path, text }) =>
      floorOf(path) < WORLD
        ? (withoutComments(text).match(/process\.(?:env|argv|cwd)|Date\.now\(|new Date\(\)|Math\.random\(/g) ?? [])
        : [],
    )
    expect(found).toEqual([])
  })

  test('built-in modules are named as such', () => {
    expect(pairs(({ packages }) => packages.filter((name) => isBuiltin(name) && !name.startsWith('node:')))).toEqual([])
  })
})

function floorOf(path: string): number {
  const floor = FLOORS.indexOf(path.split('/')[0]!.replace(/\.ts$/, ''))
  return floor === -1 ? TOP : floor
}

function pairs(select: (module: Module) => readonly string[]): string[] {
  return [...modules.values()].flatMap((module) => select(module).map((found) => `${module.path} -> ${found}`))
}

/** One line for every circle: `a.ts -> b.ts -> a.ts`. */
function circles(): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
    else if (!done.has(path)) for (const next of modules.get(path)?.imports ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of modules.keys()) visit(path, [])
  return found
}

function readModules(): Map<string, Module> {
  const paths = readdirSync(SRC, { recursive: true })
    .map((name) => String(name).split(sep).join('/'))
    .filter((path) => /\.[cm]?[jt]s$/.test(path))
    .sort()
  return new Map(paths.map((path) => [path, readModule(path)]))
}

function readModule(path: string): Module {
  const text = readFileSync(join(SRC, path), 'utf8')
  const names = [...withoutComments(text).matchAll(IMPORT)].map(([, from, bare]) => (from ?? bare)!)
  const own = names.filter((name) => name.startsWith('.'))
  return {
    path,
    text,
    imports: own.map((name) =>
      normalize(join(dirname(path), name))
        .split(sep)
        .join('/'),
    ),
    packages: names.filter((name) => !name.startsWith('.')),
  }
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
