import { nameOf } from '../core/paths.ts'
import type { Source } from '../core/source.ts'
import type { Tree } from '../core/tree.ts'
import { mayBeTemplateFile, mayChangeTemplates, templatesTaking } from './cloudformation/affected.ts'
import { formatOf, formatOfText, mayBeScript, readFile } from './dispatch.ts'
import type { FileFormat } from './front-end.ts'
import type { Parsed } from './parsed.ts'
import { withCommands } from './script-commands.ts'
import { isDocumentText } from './structured.ts'
import { parseModules, relatedModules } from './terraform/index.ts'
import { dirOf, isModuleFile } from './terraform/module.ts'

export type { Parsed } from './parsed.ts'

/**
 * Every unit of a snapshot, or those that the files at `paths` belong to. A file that another unit takes in (a policy
 * by `file()`, a script as user-data) is judged there, with its consumer in sight, and not a second time on its own.
 */
export function* parseTree(tree: Tree, paths?: Iterable<string>): Generator<Parsed> {
  const wanted = [...new Set(paths ?? tree.paths)]
  const taken = new Set<string>()
  for (const parsed of modules(tree, paths && wanted)) {
    for (const read of [...parsed.files, ...parsed.reads]) taken.add(read)
    yield withCommands(parsed, tree)
  }
  const files = withFormats(
    wanted.filter((path) => !isModuleFile(path) && !taken.has(path)),
    tree,
  )
  const scripts: Parsed[] = []
  for (const { path, format } of files.filter((file) => file.format.mayInclude)) {
    const parsed = parseFile(path, format, tree)
    if (!parsed) continue
    for (const read of parsed.reads) taken.add(read)
    // A script may itself be taken in by one that is still to come.
    if (format.isScript) scripts.push(parsed)
    else yield parsed
  }
  yield* scripts.filter((parsed) => !taken.has(parsed.unit))
  const others = files.filter((file) => !file.format.mayInclude && !taken.has(file.path))
  const known = new Set(others.map(({ path }) => path))
  for (const { path, format } of others) {
    const parsed = parseFile(path, format, tree)
    if (!parsed) continue
    yield parsed
    // What is ignored itself, and is made a stack of here.
    const made = (parsed.makes ?? []).filter((one) => !known.has(one))
    for (const file of withFormats(made, tree)) {
      known.add(file.path)
      others.push(file)
    }
  }
}

/** Terraform modules: all, or those that the files at `paths` belong to and those above them. */
function modules(tree: Tree, paths: readonly string[] | undefined): Iterable<Parsed> {
  if (!paths) return parseModules(tree)
  const configuration = paths.filter(isModuleFile)
  return configuration.length === 0 ? [] : parseModules(tree, relatedModules(tree, configuration))
}

/** A file on its own: a blob in the middle of a history, standard input (called `<stdin>` when it has no other name). */
export function parseSource(source: Source): Parsed {
  const terraform =
    source.uri.startsWith('<') && /^(?:resource|data|module|variable|provider)[ \t]+"/m.test(source.text)
  const only = terraform ? 'stdin.tf' : source.uri
  const tree: Tree = {
    paths: [only],
    has: (path) => path === only,
    read: (path) => (path === only ? source : undefined),
  }
  const [parsed] = parseTree(tree)
  return parsed ?? { unit: source.uri, nodes: [], notifications: [], files: [source.uri], reads: [] }
}

/**
 * The paths to parse again when the files at `changed` changed: these, the files of every module whose outcome may
 * have changed with them, and every file that may take one of them in. A superset, found without parsing more than
 * Terraform's own files. Ask it of both sides of a comparison.
 */
export function affectedPaths(tree: Tree, changed: Iterable<string>): Set<string> {
  const affected = new Set(changed)
  const dirs = relatedModules(tree, [...affected].filter(concernsModules))
  for (const path of tree.paths) if (isModuleFile(path) && dirs.has(dirOf(path))) affected.add(path)
  const possible = tree.paths.filter(mayInclude)
  let fresh: readonly string[] = [...affected]
  while (fresh.length > 0) {
    fresh = [...dependents(tree, possible, fresh), ...templatesTaking(tree, fresh)].filter(
      (path) => !affected.has(path),
    )
    for (const path of fresh) affected.add(path)
  }
  return affected
}

/** Does `affectedPaths` look into the file at a path to answer for `changed`? By its name; not into all of these. */
export function looksInto(changed: readonly string[]): (path: string) => boolean {
  const modules = changed.some(concernsModules)
  const dependentsToo = changed.some(mayBeIncluded)
  const templatesToo = changed.some(mayChangeTemplates)
  return (path) =>
    isModuleFile(path) ? modules : (dependentsToo && mayInclude(path)) || (templatesToo && mayBeTemplateFile(path))
}

/** What the front end is called that a unit is of, for telling where the time went. */
export function frontEndOf({ unit, files }: Parsed): string {
  const path = files[0] ?? unit
  return isModuleFile(path) ? 'terraform' : (formatOf(path)?.name ?? 'shell')
}

/** By its name: will it be read for more than its text? */
export function hasFrontEnd(path: string): boolean {
  return isModuleFile(path) || formatOf(path) !== undefined || mayBeScript(path)
}

/** Would a part of a text of this name be read for more than its text? */
export function mayBeInfrastructure(path: string, text: string): boolean {
  if (isModuleFile(path)) return true
  const format = formatOf(path)
  if (format === undefined) return mayBeScript(path) && formatOfText({ uri: path, text }) !== undefined
  return format.name === 'structured' ? isDocumentText(text, path) : !OFTEN_PLAIN.has(format.name)
}

/** Formats of programs and prose, which seldom hold infrastructure. */
const OFTEN_PLAIN: ReadonlySet<string> = new Set(['code', 'markdown'])

function concernsModules(path: string): boolean {
  return isModuleFile(path) || mayBeIncluded(path)
}

/** By its name: nobody hands a program's source, prose or a picture to a machine or to IAM. */
function mayBeIncluded(path: string): boolean {
  return !isModuleFile(path) && !NEVER_INCLUDED.test(path)
}

const NEVER_INCLUDED =
  /\.(?:go|mod|sum|rs|java|kts?|scala|groovy|swift|cs|cc?|cpp|cxx|hh?|hpp|mm?|php|tsx?|jsx|vue|svelte|css|s[ac]ss|less|md|mdx|markdown|rst|adoc|lock|snap|po|svg|png|jpe?g|gif|ico|webp|pdf|woff2?|ttf|eot)$/i

/** By its name: may it have others read with it? */
export function mayInclude(path: string): boolean {
  const format = formatOf(path)
  return format ? format.mayInclude === true : mayBeScript(path)
}

/** Files that name one of the given files and are of a format that takes others in. */
function dependents(tree: Tree, possible: readonly string[], given: readonly string[]): string[] {
  const names = new Set(given.filter(mayBeIncluded).map(nameOf))
  if (names.size === 0) return []
  return possible.filter((path) => {
    const text = tree.read(path)?.text ?? ''
    return INCLUDES.test(text) && [...names].some((name) => text.includes(name))
  })
}

/** Ways in which the front ends read another file. */
const INCLUDES = /fileb?:\/\/|\bfile\(|\bcat\b|\bbase64\b|user-data|policy|\.sh\b/

function withFormats(paths: Iterable<string>, tree: Tree): { path: string; format: FileFormat }[] {
  const files = [...new Set(paths)].filter((path) => tree.has(path)).sort()
  return files.flatMap((path) => {
    const format = formatOf(path) ?? hiddenFormat(path, tree)
    return format ? [{ path, format }] : []
  })
}

function hiddenFormat(path: string, tree: Tree): FileFormat | undefined {
  const source = mayBeScript(path) ? tree.read(path) : undefined
  return source && formatOfText(source)
}

function parseFile(path: string, format: FileFormat, tree: Tree): Parsed | undefined {
  const source = tree.read(path)
  if (!source || source.text.trim() === '') return undefined
  const read = readFile(format, source, tree)
  if (read.nodes.length === 0 && read.notifications.length === 0 && read.reads.length === 0) return undefined
  return withCommands({ unit: path, files: [path], ...read }, tree)
}
