import { nameOf } from '../../../core/paths.ts'

/**
 * How a file writes names with values: `bare` values need no quotes there, `spaced` ones no sign before them either; those of a
 * `table` stand in columns.
 */
export type Style = 'quoted' | 'bare' | 'spaced' | 'table'

/** Programs and data, in which a value stands in quotes, and configuration, in which it may stand bare. */
const EXTENSIONS: ReadonlyMap<string, Style> = new Map([
  ...`js mjs cjs jsx ts mts cts tsx vue svelte py pyi rb php phtml java kt kts scala sbt groovy gradle go rs cs fs vb swift m mm
  c cc cpp h hpp dart ex exs erl lua pl pm r jl clj ps1 psm1 sh bash zsh tf tfvars hcl json jsonc json5 tfstate backup sql
  html htm ipynb http rest toml dockerfile properties.in nix bicep cmake ino vbs bas tsql psql ddl`
    .split(/\s+/)
    .map((extension): [string, Style] => [extension, 'quoted']),
  // Pages of documentation, too: what stands in their code is lighter, and may be real.
  ...`properties ini config env envrc yaml yml j2 jinja jinja2 tpl tmpl erb xml plist settings rc txt desktop service
  md mdx markdown rst adoc`
    .split(/\s+/)
    .map((extension): [string, Style] => [extension, 'bare']),
  ...'conf cnf cfg'.split(' ').map((extension): [string, Style] => [extension, 'spaced']),
  ...'csv tsv'.split(' ').map((extension): [string, Style] => [extension, 'table']),
])

/** Made by tools from something else, or code of others: what stands there is theirs, or stands elsewhere too. */
const MADE =
  /(?:^|\/)(?:node_modules|bower_components|site-packages|\.yarn|\.terraform)\/|\.min\.\w+$|[-.]lock(?:\.\w+)?$|(?:^|\/)(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock|yarn\.lock|go\.sum|Cargo\.lock|poetry\.lock|Pipfile\.lock|Gemfile\.lock)[^/]*$|\.(?:svg|map|snap)$/i

/** How the file at a path writes what it sets; undefined for prose, bundles, lock files, pictures. */
export function styleOf(path: string): Style | undefined {
  if (MADE.test(path)) return undefined
  const name = nameOf(path).toLowerCase()
  if (/^(?:\.env|env)(?:\.|$)|^\.?(?:netrc|_netrc|pypirc|npmrc|yarnrc|my\.cnf|s3cfg|boto)$/.test(name)) return 'bare'
  if (!name.slice(1).includes('.'))
    return /^(?:dockerfile|jenkinsfile|vagrantfile|makefile|procfile|credentials|config)$/.test(name)
      ? 'bare'
      : undefined
  return EXTENSIONS.get(name.slice(name.lastIndexOf('.') + 1))
}
