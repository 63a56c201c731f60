// Bundles the entries into dist/: ESM, split so that heavy parts load only when they are needed, unminified so that
// what runs in people's workflows can be read. `--check` builds elsewhere and fails when dist/ differs.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Builds every entry into `outdir`; returns esbuild's metafile. */
export async function bundle(outdir) {
  const entryPoints = {
    action: 'src/action.ts',
    cleanup: 'src/cleanup.ts',
    cli: 'src/cli.ts',
    'secretlint-worker': 'src/rules/credentials/secretlint/worker.js',
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const result = await build({
    entryPoints,
    outdir,
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
  for (const file of Object.keys(result.metafile.outputs)) toAscii(file)
  return result.metafile
}

/** One letter beyond ASCII doubles what a file takes in memory; esbuild leaves those in comments and patterns. */
function toAscii(file) {
  const text = readFileSync(file, 'utf8')
  const ascii = text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  if (ascii !== text) writeFileSync(file, ascii)
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
