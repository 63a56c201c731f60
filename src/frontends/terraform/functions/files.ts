import { spanOf } from '../../../core/build-text.ts'
import { literalText, wholeText } from '../../../core/text.ts'
import { parseTemplate } from '../../../languages/hcl/hcl.ts'
import { resolvePath } from '../calls.ts'
import { namesIn } from '../data-templates.ts'
import { originOf } from '../module.ts'
import { type Scope, spend } from '../scope.ts'
import { pathsMeant } from '../terragrunt/configured.ts'
import {
  booleanOf,
  type Evaluated,
  failure,
  lazyString,
  listOf,
  madeString,
  plainOf,
  stringOf,
  textOf,
} from '../value.ts'
import type { Call, FunctionTable } from './call.ts'
import { filesetPattern } from './glob.ts'

/** Functions that read files: those of the scanned tree, and no others. */
export const FILE_FUNCTIONS: FunctionTable = {
  abspath: (call) => onPath(call, (path) => path),
  basename: (call) => onPath(call, (path) => path.split('/').at(-1) ?? ''),
  dirname: (call) => onPath(call, (path) => path.split('/').slice(0, -1).join('/') || '.'),
  file,
  filebase64: (call) => {
    const content = file(call)
    return content && !content.failed
      ? lazyString(() => literalText('', call.span), call.span, { decoded: content })
      : content
  },
  fileexists: (call) => {
    const path = treePath(call)
    return path === undefined ? undefined : booleanOf(call.scope.run.tree.has(path), call.span)
  },
  fileset,
  pathexpand: (call) => call.args[0],
  templatefile,
  templatestring,
}

/** Templates in templates: Terraform allows none that are files. */
const MOST_TEMPLATES = 2

function file(call: Call): Evaluated | undefined {
  const source = readSource(call)
  if (!source) return source === undefined ? undefined : failure(call.span)
  const text = wholeText(source)
  return spend(call.scope.run, source.text.length) ? stringOf(text, spanOf(text)) : undefined
}

/** The file that the first argument names; undefined when the name is not known, null when there is no such file. */
function readSource(call: Call) {
  if (plainOf(call.args[0]) === undefined) return undefined
  const path = treePath(call)
  if (path === undefined) return null
  const source = call.scope.run.tree.read(path)
  if (!source) return null
  call.scope.run.reads.add(path)
  return source
}

/** Paths are relative to the root module's directory; `path.module` is written from the root of the tree. */
function treePath(call: Call, argument = 0): string | undefined {
  const path = plainOf(call.args[argument])
  if (path === undefined) return undefined
  const { run, module } = call.scope
  if (module?.source.configuration) {
    const [first, ...others] = pathsMeant(path, module)
    return [first, ...others].find((one) => one !== undefined && run.tree.has(one)) ?? first
  }
  const direct = resolvePath('', path)
  if (direct !== undefined && run.tree.has(direct)) return direct
  // Written without `path.module`: from where Terraform is run, which is the root module mostly.
  const fromRoot = module && resolvePath(module.rootDir, path)
  if (fromRoot !== undefined && run.tree.has(fromRoot)) return fromRoot
  const fromModule = module && resolvePath(module.source.dir, path)
  return fromModule !== undefined && run.tree.has(fromModule) ? fromModule : direct
}

function templatefile(call: Call): Evaluated | undefined {
  const source = readSource(call)
  if (!source) return source === undefined ? undefined : failure(call.span)
  if (!spend(call.scope.run, source.text.length)) return undefined
  const origin = originOf(source)
  return rendered(source.text, { ...call.scope, origin, module: undefined, names: undefined }, call)
}

function templatestring(call: Call): Evaluated | undefined {
  const text = call.args[0] && textOf(call.args[0])
  if (!text) return undefined
  const origin = { uri: call.args[0]!.span.uri, text, whole: false }
  return rendered(text.value, { ...call.scope, origin, module: undefined, names: undefined }, call)
}

function rendered(template: string, scope: Scope, call: Call): Evaluated | undefined {
  const parsed = parseTemplate(template).template
  if (parsed.kind !== 'template') return undefined
  const vars = call.args[1]
  const names = vars ? namesIn(vars) : undefined
  const nested = templatesAround(call.scope)
  if (nested > MOST_TEMPLATES) return undefined
  const counted = { parent: names, name: NESTING, value: madeString('x'.repeat(nested + 1), call.span) }
  return scope.run.evaluateParts(parsed.parts, { ...scope, names: counted }, spanOf(scope.origin.text))
}

const NESTING = ' templates'

function templatesAround(scope: Scope): number {
  for (let names = scope.names; names; names = names.parent) {
    if (names.name === NESTING) return textOf(names.value)?.value.length ?? 0
  }
  return 0
}

/** `fileset(path, pattern)`: the files of the tree that match, relative to `path`. */
function fileset(call: Call): Evaluated | undefined {
  const dir = plainOf(call.args[0])
  const pattern = plainOf(call.args[1])
  if (dir === undefined || pattern === undefined) return undefined
  const { tree } = call.scope.run
  const base = resolvePath('', dir)
  const fits = filesetPattern(pattern.replace(/^(\.\/+)+/, ''))
  if (base === undefined || !fits) return undefined
  const prefix = base === '' ? '' : `${base}/`
  const found: Evaluated[] = []
  for (const path of tree.paths) {
    if (!path.startsWith(prefix)) continue
    const relative = path.slice(prefix.length)
    if (fits(relative)) found.push(madeString(relative, call.span))
  }
  return listOf(found, call.span)
}

function onPath(call: Call, change: (path: string) => string): Evaluated | undefined {
  const path = plainOf(call.args[0])
  return path === undefined ? undefined : madeString(change(path.replaceAll('\\', '/')), call.span)
}
