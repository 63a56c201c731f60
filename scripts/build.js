// Bundles the entries into dist/: ESM, split so that heavy parts load only when they are needed, unminified so that
// what runs in people's workflows can be read. `--check` builds elsewhere and fails when dist/ differs.
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const ENTRIES = {
  action: 'src/action.ts',
  cleanup: 'src/cleanup.ts',
  cli: 'src/cli.ts',
}

/** Builds every entry of the project in `root` into `outdir`. */
export async function bundle(outdir, entryPoints = ENTRIES, root = process.cwd()) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { metafile } = await build({
    entryPoints,
    outdir,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    // Flat, so that `new URL('./x.js', import.meta.url)` means the same in an entry and in a chunk.
    chunkNames: 'chunk-[name]-[hash]',
    define: { KEYLATCH_VERSION: JSON.stringify(version) },
    // CommonJS dependencies call require() for Node's own modules; the alias keeps clear of names in the bundle.
    banner: {
      js: "import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);",
    },
    legalComments: 'none',
    charset: 'ascii',
    logLevel: 'warning',
    metafile: true,
  })
  const names = chunkNames(metafile)
  for (const file of Object.keys(metafile.outputs)) finish(resolve(root, file), names)
}

/**
 * A name for every chunk, by what it holds: a lazily imported one by the module that is imported, a shared one by the
 * last of its modules, which stands on the others; the project's own before those of packages. A module is in one chunk
 * only, so that no two have the same name. The hashes by which esbuild tells chunks apart would rename whatever imports a
 * changed one, and whatever imports that.
 */
function chunkNames({ outputs }) {
  const names = new Map()
  for (const [file, { entryPoint, inputs }] of Object.entries(outputs)) {
    const hashed = /[^/]+-[A-Z0-9]{8}\.js$/.exec(file)?.[0]
    if (!hashed) continue
    const modules = Object.keys(inputs)
    const root = entryPoint ?? modules.findLast((path) => path.startsWith('src/')) ?? modules.at(-1) ?? 'runtime'
    names.set(hashed, `${entryPoint ? 'lazy' : 'shared'}-${nameOf(root)}.js`)
  }
  if (new Set(names.values()).size < names.size) throw new Error(`chunks of one name: ${[...names.values()].sort()}`)
  return names
}

/** `src/io/aws/session.ts` is `io-aws-session`, `node_modules/@smithy/core/dist-es/index.js` is `smithy-core`. */
function nameOf(path) {
  return path
    .replace(/^src\/|(.*\/)?node_modules\//, '')
    .replace(/\.\w+$/, '')
    .replace(/\/(?:dist-es|dist|lib|esm|module|src|submodules|index)(?=\/|$)/g, '')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-/, '')
}

/** Chunks under their names, in ASCII: one letter beyond doubles what a file takes in memory. */
function finish(file, names) {
  const text = readFileSync(file, 'utf8')
    .replace(/(?<=["']\.\/)[^"'/]+-[A-Z0-9]{8}\.js(?=["'])/g, (hashed) => names.get(hashed) ?? hashed)
    .replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  writeFileSync(file, text)
  const name = names.get(basename(file))
  if (name) renameSync(file, join(dirname(file), name))
}

function filesOf(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort()
}

async function main() {
  if (!process.argv.includes('--check')) {
    rmSync('dist', { recursive: true, force: true })
    await bundle('dist')
    return
  }
  const fresh = mkdtempSync(join(tmpdir(), 'keylatch-dist-'))
  try {
    await bundle(fresh)
    const names = new Set([...filesOf('dist'), ...filesOf(fresh)])
    const differing = [...names].filter((name) => {
      const [committed, built] = [join('dist', name), join(fresh, name)]
      return !existsSync(committed) || !existsSync(built) || !readFileSync(committed).equals(readFileSync(built))
    })
    if (differing.length > 0) {
      console.error(`dist/ is not what a fresh build gives (${differing.slice(0, 5).join(', ')}); run: npm run build`)
      process.exitCode = 1
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
