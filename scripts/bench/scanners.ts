import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** A scanner, as it is started on the same commits or files as the others; none asks anybody whether a key is live. */
export interface Scanner {
  readonly name: string
  /** How it says which it is. */
  readonly version: readonly string[]
  /** Commands; absent for what it cannot read. `out` is a file for its findings, where they do not go to standard output. */
  range?(folder: string, base: string, head: string, out: string): readonly string[]
  history?(folder: string, out: string): readonly string[]
  tree?(folder: string, out: string): readonly string[]
  /** How many findings its output tells. */
  count(output: string): number
  /** The exit code that means that there are findings, besides 0. */
  readonly found?: number
}

export const MODES = ['range', 'history', 'tree'] as const
export type Mode = (typeof MODES)[number]

const CLI = resolve('dist/cli.js')
const GITLEAKS = (out: string) => ['--no-banner', '--redact', '--log-level=error', '-f', 'json', '-r', out]
const KINGFISHER = ['--no-validate', '--no-update-check', '--redact', '-f', 'json']
const TRUFFLEHOG = ['--no-verification', '--no-update', '--json']

function leaksLike(name: string): Scanner {
  return {
    name,
    version: [name, 'version'],
    range: (folder, base, head, out) => [name, 'git', ...GITLEAKS(out), `--log-opts=${base}..${head}`, folder],
    history: (folder, out) => [name, 'git', ...GITLEAKS(out), folder],
    tree: (folder, out) => [name, 'dir', ...GITLEAKS(out), folder],
    count: (output) => listed(output)?.length ?? 0,
    found: 1,
  }
}

export const SCANNERS: readonly Scanner[] = [
  {
    name: 'keylatch',
    version: [process.execPath, CLI, '--version'],
    range: (_, base, head, out) => [process.execPath, CLI, ...keylatch(out), '--base', base, '--head', head],
    history: (_, out) => [process.execPath, CLI, ...keylatch(out), '--history'],
    tree: (folder, out) => [process.execPath, CLI, ...keylatch(out), folder],
    count: (output) => (parsed(output) as { findings?: unknown[] } | undefined)?.findings?.length ?? 0,
    found: 1,
  },
  leaksLike('gitleaks'),
  leaksLike('betterleaks'),
  {
    name: 'kingfisher',
    version: ['kingfisher', '--version'],
    range: (folder, base) => ['kingfisher', 'scan', folder, '--since-commit', base, ...KINGFISHER],
    history: (folder) => ['kingfisher', 'scan', folder, ...KINGFISHER],
    tree: (folder) => ['kingfisher', 'scan', folder, '--git-history', 'none', ...KINGFISHER],
    count: (output) => (parsed(output) as { findings?: unknown[] } | undefined)?.findings?.length ?? 0,
    found: 200,
  },
  {
    name: 'trufflehog',
    version: ['trufflehog', '--version'],
    range: (folder, base) => ['trufflehog', 'git', `file://${folder}`, `--since-commit=${base}`, ...TRUFFLEHOG],
    history: (folder) => ['trufflehog', 'git', `file://${folder}`, ...TRUFFLEHOG],
    tree: (folder) => ['trufflehog', 'filesystem', folder, ...TRUFFLEHOG],
    count: (output) => output.split('\n').filter((line) => line.startsWith('{"SourceMetadata')).length,
  },
  {
    name: 'trivy',
    version: ['trivy', '--version'],
    tree: (folder) => ['trivy', 'fs', '--quiet', '--scanners', 'secret,misconfig', '--format', 'json', folder],
    count: (output) => {
      const results = (parsed(output) as { Results?: Record<string, unknown[]>[] } | undefined)?.Results ?? []
      return results.reduce(
        (sum, { Secrets = [], Misconfigurations = [] }) => sum + Secrets.length + Misconfigurations.length,
        0,
      )
    },
  },
  {
    name: 'checkov',
    version: ['checkov', '--version'],
    tree: (folder) => ['checkov', '--directory', folder, '--quiet', '--compact', '--output', 'json', '--skip-download'],
    count: (output) => {
      const reports = [parsed(output)].flat() as { summary?: { failed?: number } }[]
      return reports.reduce((sum, report) => sum + (report?.summary?.failed ?? 0), 0)
    },
    found: 1,
  },
]

function keylatch(out: string): readonly string[] {
  return ['scan', '--format', 'json', '--output', out]
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output)
  } catch {
    return undefined
  }
}

function listed(output: string): unknown[] | undefined {
  const value = parsed(output)
  return Array.isArray(value) ? value : undefined
}

/** The first line of what it says of itself; undefined when it is not installed. */
export function versionOf({ version }: Scanner): string | undefined {
  const said = spawnSync(version[0]!, version.slice(1), { encoding: 'utf8' })
  if (said.error || said.status !== 0) return undefined
  return /\d+\.[\w.+-]+/.exec(said.stdout + said.stderr)?.[0] ?? 'of an unknown version'
}
