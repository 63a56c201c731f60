import type { Notification } from '../../core/finding.ts'
import { parseError } from '../../core/notice.ts'
import type { Source } from '../../core/source.ts'
import { wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { parseHcl } from '../../languages/hcl/hcl.ts'
import type { Block, Mistake } from '../../languages/hcl/syntax.ts'
import { jsonDeclarations, jsonGivens } from './json-syntax.ts'
import { type Bound, type Declaration, type ModuleSource, type Origin, placeOf } from './scope.ts'

const CONFIGURATION = /\.(?:(?:tf|tofu)|(?:tfcomponent|tfstack|tfdeploy)\.hcl)(?:\.json)?$/
const AUTOMATIC_VARIABLES = /(?:^|\/)(?:terraform\.tfvars|[^/]*\.auto\.tfvars)(?:\.json)?$/
const OVERRIDE = /(?:^|\/|_)override\.(?:tf|tofu)(?:\.json)?$/

/** Directories that hold Terraform or OpenTofu configuration, sorted. Downloaded modules (`.terraform`) don't count. */
export function moduleDirs(tree: Tree): string[] {
  const found = new Set<string>()
  for (const path of tree.paths) {
    if (CONFIGURATION.test(path) && !/(?:^|\/)\.terraform\//.test(path)) found.add(dirOf(path))
  }
  return [...found].sort()
}

/** Is this a file that Terraform, OpenTofu or Terragrunt reads: configuration, values of variables, a unit? */
export function isModuleFile(path: string): boolean {
  return CONFIGURATION.test(path) || isVariableFile(path) || isTerragruntFile(path)
}

/** A unit, a stack, or what units include. Other tools write `.hcl` too. */
export function isTerragruntFile(path: string): boolean {
  return (
    /\.hcl$|(?:^|\/)(?:terragrunt(?:\.stack)?|root)\.hcl\.json$/.test(path) &&
    !/\.(?:lock|pkr|nomad|tflint|tftest|tfcomponent|tfstack|tfdeploy|tfquery)\.hcl$|(?:^|\/)(?:\.tflint|docker-bake|\.terragrunt-cache\/.*)\.hcl$|(?:^|\/)\.terragrunt-cache\//.test(
      path,
    )
  )
}

export function isVariableFile(path: string): boolean {
  return /\.tfvars(?:\.json)?$/.test(path)
}

/**
 * Files with values that are given on the command line (`-var-file`), or that lie where there is no configuration:
 * nothing says to which module they belong.
 */
export function otherVariableFiles(tree: Tree): string[] {
  const configured = new Set(moduleDirs(tree))
  return tree.paths.filter(
    (path) => isVariableFile(path) && !(AUTOMATIC_VARIABLES.test(path) && configured.has(dirOf(path))),
  )
}

export function dirOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

export interface ModuleLoader {
  /** A module that others may call too: loaded once. Undefined for a directory without configuration. */
  load(dir: string): ModuleSource | undefined
  /** A module that is needed once. */
  loadOnce(dir: string): ModuleSource | undefined
  /** The configuration files of a directory. */
  filesIn(dir: string): readonly string[]
}

/** Which tool reads the files: where `main.tofu` stands beside `main.tf`, each of the two reads its own. */
export type Tool = 'tofu' | 'terraform'

export function moduleLoader(tree: Tree, tool: Tool = 'tofu'): ModuleLoader {
  const paths = new Map<string, string[]>()
  for (const path of tree.paths) {
    if (!CONFIGURATION.test(path) && !AUTOMATIC_VARIABLES.test(path)) continue
    const dir = dirOf(path)
    const listed = paths.get(dir)
    if (listed) listed.push(path)
    else paths.set(dir, [path])
  }
  const loaded = new Map<string, ModuleSource | undefined>()
  const loadOnce = (dir: string): ModuleSource | undefined => loadModule(tree, dir, paths.get(dir) ?? [], tool)
  return {
    loadOnce,
    load(dir) {
      if (!loaded.has(dir)) loaded.set(dir, loadOnce(dir))
      return loaded.get(dir)
    },
    filesIn: (dir) => (paths.get(dir) ?? []).filter((path) => CONFIGURATION.test(path)),
  }
}

/** Directories in which OpenTofu reads another file than Terraform does. */
export function shadowedDirs(tree: Tree): ReadonlySet<string> {
  const paths = new Set(tree.paths)
  return new Set(tree.paths.filter((path) => /\.tf(?:\.json)?$/.test(path) && paths.has(tofuOf(path))).map(dirOf))
}

function configurationIn(paths: readonly string[], tool: Tool): string[] {
  const configuration = paths.filter((path) => CONFIGURATION.test(path))
  return tool === 'tofu'
    ? configuration.filter((path) => !isReplacedByTofu(path, paths))
    : configuration.filter((path) => !/\.tofu(?:\.json)?$/.test(path))
}

function loadModule(tree: Tree, dir: string, paths: readonly string[], tool: Tool): ModuleSource | undefined {
  const configuration = configurationIn(paths, tool)
  if (configuration.length === 0) return undefined
  const notifications: Notification[] = []
  const ordinary: Declaration[] = []
  const overriding: Declaration[] = []
  const files: string[] = []
  for (const path of configuration) {
    const source = tree.read(path)
    if (!source) continue
    files.push(path)
    const target = OVERRIDE.test(path) ? overriding : ordinary
    // One at a time: a file may hold more declarations than a call takes arguments.
    for (const declaration of declarationsOf(source, notifications)) target.push(declaration)
  }
  const given = givensOf(tree, paths, notifications)
  return { dir, files, ...sorted(withOverrides(ordinary, overriding)), ...given, notifications }
}

/** OpenTofu reads `main.tofu` instead of `main.tf`. */
function isReplacedByTofu(path: string, paths: readonly string[]): boolean {
  return /\.tf(?:\.json)?$/.test(path) && paths.includes(tofuOf(path))
}

const tofuOf = (path: string): string => path.replace(/\.tf(\.json)?$/, '.tofu$1')

/** The blocks of one file's outermost level. */
export function declarationsOf(source: Source, notifications: Notification[]): Declaration[] {
  const origin = originOf(source)
  if (source.uri.endsWith('.json')) return jsonDeclarations(origin, notifications)
  return declarationsIn(origin, notifications)
}

/** The module that a text is, standing by itself. */
export function moduleOfText(origin: Origin): ModuleSource {
  const notifications: Notification[] = []
  const found = sorted(declarationsIn(origin, notifications))
  return { dir: dirOf(origin.uri), files: [origin.uri], ...found, givens: new Map(), givenFiles: [], notifications }
}

function declarationsIn(origin: Origin, notifications: Notification[]): Declaration[] {
  const { body, mistakes, mistakeCount } = parseHcl(origin.text.value)
  notifications.push(...mistakesOf(origin, mistakes, mistakeCount))
  return body.blocks.map((block) => declarationOf(block, origin))
}

export function originOf(source: Source): Origin {
  return { uri: source.uri, text: wholeText(source), whole: true }
}

export function declarationOf(block: Block, origin: Origin): Declaration {
  return {
    type: block.type,
    labels: block.labels.map((label) => label.value),
    attributes: new Map(block.body.attributes.map((attribute) => [attribute.name, { attribute, origin }])),
    blocks: block.body.blocks.map((inner) => ({ block: inner, origin })),
    origin,
    span: placeOf(origin, block.start, block.end),
    header: placeOf(origin, block.start, block.headerEnd),
  }
}

/** A file with many mistakes is told of once; the first place is where people have to look. */
export function mistakesOf(origin: Origin, mistakes: readonly Mistake[], count: number): Notification[] {
  const first = mistakes[0]
  if (!first) return []
  const more = count > 1 ? ` (and ${count - 1} more in this file)` : ''
  return [parseError(origin.text, first.at, `${first.message}${more}`)]
}

/** https://developer.hashicorp.com/terraform/language/files/override */
function withOverrides(ordinary: readonly Declaration[], overriding: readonly Declaration[]): readonly Declaration[] {
  if (overriding.length === 0) return ordinary
  const merged = [...ordinary]
  for (const override of overriding) {
    const index = merged.findIndex((base) => keyOf(base) === keyOf(override))
    if (index === -1) merged.push(override)
    else merged[index] = mergedDeclaration(merged[index]!, override)
  }
  return merged
}

function keyOf(declaration: Declaration): string {
  return [declaration.type, ...declaration.labels].join('\n')
}

function mergedDeclaration(base: Declaration, override: Declaration): Declaration {
  const replaced = new Set(override.blocks.map(({ block }) => block.type))
  return {
    ...base,
    attributes: new Map([...base.attributes, ...override.attributes]),
    blocks: [...base.blocks.filter(({ block }) => !replaced.has(block.type)), ...override.blocks],
  }
}

function sorted(
  declarations: readonly Declaration[],
): Omit<ModuleSource, 'dir' | 'files' | 'givens' | 'givenFiles' | 'notifications'> {
  const variables = new Map<string, Declaration>()
  const outputs = new Map<string, Declaration>()
  const locals = new Map<string, Bound>()
  const resources = new Map<string, Declaration>()
  const data = new Map<string, Declaration>()
  const calls = new Map<string, Declaration>()
  const others: Declaration[] = []
  for (const declaration of declarations) {
    const [first = '', second = ''] = declaration.labels
    switch (declaration.type) {
      case 'variable':
        variables.set(first, declaration)
        break
      case 'output':
        outputs.set(first, declaration)
        break
      case 'locals':
        for (const [name, bound] of declaration.attributes) locals.set(name, bound)
        break
      case 'resource':
        resources.set(free(resources, `${first}.${second}`), declaration)
        break
      case 'data':
      case 'ephemeral':
        data.set(free(data, `${first}.${second}`), declaration)
        break
      case 'module':
      case 'component':
      case 'stack':
        calls.set(free(calls, first), declaration)
        break
      default:
        others.push(declaration)
    }
  }
  return { variables, outputs, locals, resources, data, calls, others }
}

/** Two of the same name (a merge conflict, generated copies) are both looked at. */
function free(taken: ReadonlyMap<string, unknown>, name: string): string {
  let candidate = name
  for (let number = 2; taken.has(candidate); number++) candidate = `${name}~${number}`
  return candidate
}

/** In the order in which Terraform lets later files win. */
function givensOf(
  tree: Tree,
  paths: readonly string[],
  notifications: Notification[],
): { givens: Map<string, Bound>; givenFiles: string[] } {
  const order = (path: string): string => (/(?:^|\/)terraform\.tfvars/.test(path) ? `0${path}` : `1${path}`)
  const givens = new Map<string, Bound>()
  const givenFiles: string[] = []
  const files = paths.filter((path) => AUTOMATIC_VARIABLES.test(path))
  for (const path of files.sort((one, other) => (order(one) < order(other) ? -1 : 1))) {
    const source = tree.read(path)
    if (!source) continue
    givenFiles.push(path)
    for (const bound of readGivens(source, notifications)) givens.set(bound.attribute.name, bound)
  }
  return { givens, givenFiles }
}

/** The values that a tfvars file gives. */
export function readGivens(source: Source, notifications: Notification[]): Bound[] {
  const origin = originOf(source)
  if (source.uri.endsWith('.json')) return jsonGivens(origin, notifications)
  const { body, mistakes, mistakeCount } = parseHcl(source.text)
  notifications.push(...mistakesOf(origin, mistakes, mistakeCount))
  return body.attributes.map((attribute) => ({ attribute, origin }))
}

/** A module of nothing but locals and values of variables: a Terragrunt unit, a tfvars file. */
export function moduleOfValues(
  path: string,
  values: {
    readonly locals: readonly Bound[]
    readonly givens: ReadonlyMap<string, Bound>
    readonly notifications: readonly Notification[]
  },
): ModuleSource {
  const { locals, givens, notifications } = values
  return {
    ...sorted([]),
    dir: dirOf(path),
    files: [path],
    locals: new Map(locals.map((bound) => [bound.attribute.name, bound])),
    givens,
    givenFiles: [],
    notifications,
  }
}
