import type { Notification } from '../../core/finding.ts'
import type { Span } from '../../core/source.ts'
import { concatTexts, locate, type MappedText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import type { Attribute, Block, Expression, TemplatePart } from '../../languages/hcl/syntax.ts'
import { type Evaluated, unknown } from './value.ts'
import type { Weights } from './value-size.ts'

/** The text that an expression was parsed from; a whole file, mostly, or a string inside one (`.tf.json`). */
export interface Origin {
  readonly uri: string
  readonly text: MappedText
  /** Offsets into the text are offsets into the file. */
  readonly whole: boolean
}

export function placeOf(origin: Origin, start: number, end: number): Span {
  return origin.whole ? { uri: origin.uri, start, end } : locate(origin.text, start, end)
}

/** An argument with the text it stands in. */
export interface Bound {
  readonly attribute: Attribute
  readonly origin: Origin
}

export interface BoundBlock {
  readonly block: Block
  readonly origin: Origin
}

/** A block of a module's outermost level, with what override files make of it. */
export interface Declaration {
  readonly type: string
  readonly labels: readonly string[]
  readonly attributes: ReadonlyMap<string, Bound>
  readonly blocks: readonly BoundBlock[]
  readonly origin: Origin
  readonly span: Span
  /** The header: type and labels. */
  readonly header: Span
}

/** A module directory as written. */
export interface ModuleSource {
  readonly dir: string
  /** Its `.tf` files and the like, without tfvars. */
  readonly files: readonly string[]
  readonly variables: ReadonlyMap<string, Declaration>
  readonly outputs: ReadonlyMap<string, Declaration>
  readonly locals: ReadonlyMap<string, Bound>
  /** By `type.name`. */
  readonly resources: ReadonlyMap<string, Declaration>
  readonly data: ReadonlyMap<string, Declaration>
  readonly calls: ReadonlyMap<string, Declaration>
  /** Everything else: `provider`, `terraform`, in order. */
  readonly others: readonly Declaration[]
  /** Values of variables from the tfvars files that Terraform loads by itself; last one first wins nothing: later ones win. */
  readonly givens: ReadonlyMap<string, Bound>
  readonly givenFiles: readonly string[]
  readonly notifications: readonly Notification[]
  /** Of a file of Terragrunt: what stands in it besides. */
  readonly configuration?: Configuration
}

/** A file of Terragrunt as written. */
export interface Configuration {
  readonly path: string
  readonly attributes: ReadonlyMap<string, Bound>
  readonly blocks: readonly Declaration[]
  readonly notifications: readonly Notification[]
}

/** A file that one of Terragrunt includes, read from the folder of the one that includes it. */
export interface Include {
  readonly name: string
  readonly module: Module
}

/** A module as called: its source with arguments, or standing by itself. */
export interface Module {
  readonly source: ModuleSource
  /** `module.app.` before every address; empty for the root. */
  readonly prefix: string
  /** The arguments of the call; undefined for a module that nobody calls. */
  readonly arguments: ReadonlyMap<string, () => Evaluated | undefined> | undefined
  readonly callSpan: Span | undefined
  /** What was evaluated once, by a key such as `var.x`; `undefined` while it is being evaluated. */
  readonly memo: Map<string, Evaluated | undefined>
  /** The module that calls this one, and the directory of the outermost. */
  readonly parent: Module | undefined
  readonly rootDir: string
  /** Resources and calls as repeated by `count` and `for_each`, by `resource.type.name` and the like. */
  readonly repetitions: Map<string, Repetition>
  readonly calls: Map<string, Calls>
  /** What only a default says counts as not known. */
  readonly openDefaults?: boolean
  /** Of a file of Terragrunt, whose `rootDir` is the folder from which it is read. */
  readonly includes?: () => readonly Include[]
}

/** One instance of a resource, as those see it that work out its attributes. */
export interface ResourceInstance {
  readonly module: Module
  readonly declaration: Declaration
  readonly mode: 'resource' | 'data'
  readonly address: string
  readonly instance: Instance
  /** Any of its attributes, as used at `span`. */
  attribute(name: string, span: Span): Evaluated
}

/** What `count` and `for_each` make of a block. */
export interface Repetition {
  /** `open`: it is not known how often; one instance stands for all. */
  readonly kind: 'none' | 'count' | 'each' | 'open-count' | 'open-each'
  readonly instances: readonly Instance[]
  /** Going by what is known it is made zero times; a module that nobody calls shows one all the same. */
  readonly absent: boolean
}

export interface Instance {
  /** `["a"]`, `[0]`, or nothing. */
  readonly suffix: string
  readonly key: string | undefined
  /** Where `each` and `count` are known. */
  readonly scope: Scope
}

/** The modules that a `module` block stands for; none when its source is elsewhere. */
export interface Calls {
  readonly repetition: Repetition
  readonly modules: readonly Module[]
  readonly declaration: Declaration
  /** `./app` as a directory of the tree. */
  readonly dir: string | undefined
}

/** Names that a `for`, a dynamic block, a template or a resource's repetition brings in. */
export interface Names {
  readonly parent: Names | undefined
  readonly name: string
  readonly value: Evaluated
}

export interface Scope {
  readonly run: Run
  readonly origin: Origin
  /** Undefined in a template file, which sees only its variables. */
  readonly module: Module | undefined
  readonly names: Names | undefined
}

/** One evaluation of one unit: its budgets, what it read, and the evaluator itself for those that it is built upon. */
export interface Run {
  readonly tree: Tree
  readonly reads: Set<string>
  readonly files: Set<string>
  readonly notifications: Notification[]
  readonly budget: Budget
  readonly weights: Weights
  /** Files of Terragrunt, by the file and the folder from which it is read. */
  readonly configurations: Map<string, Module | undefined>
  evaluate(expression: Expression, scope: Scope): Evaluated
  evaluateParts(parts: readonly TemplatePart[], scope: Scope, span: Span): Evaluated
  load(dir: string): ModuleSource | undefined
}

export interface Budget {
  steps: number
  characters: number
  depth: number
  /** Modules as called, that may still be made. */
  modules: number
  exceeded: boolean
}

export function newModule(source: ModuleSource, more: Partial<Module> = {}): Module {
  return {
    source,
    prefix: '',
    arguments: undefined,
    callSpan: undefined,
    memo: new Map(),
    parent: undefined,
    rootDir: source.dir,
    repetitions: new Map(),
    calls: new Map(),
    ...more,
  }
}

export function bind(scope: Scope, name: string, value: Evaluated): Scope {
  return { ...scope, names: { parent: scope.names, name, value } }
}

export function lookUp(scope: Scope, name: string): Evaluated | undefined {
  for (let names = scope.names; names; names = names.parent) if (names.name === name) return names.value
  return undefined
}

export function spanIn(scope: Scope, part: { readonly start: number; readonly end: number }): Span {
  return placeOf(scope.origin, part.start, part.end)
}

/**
 * Evaluates once and remembers; a value that needs itself is unknown. `key` tells the values of one module apart.
 */
export function remembered(module: Module, key: string, span: Span, make: () => Evaluated): Evaluated {
  const { memo } = module
  if (memo.has(key)) return memo.get(key) ?? unknown(span, module.prefix + key)
  memo.set(key, undefined)
  const made = make()
  memo.set(key, made)
  return made
}

/** One text is no longer than this. */
const LONGEST_TEXT = 4_000_000
/** What a stretch of a text with a place of its own takes, in characters. */
const RUN_COST = 32

/**
 * Texts put together as one, if the unit may still make so much text. Undefined when not: what is put together out of
 * parts of itself grows without bound.
 */
export function joinTexts(run: Run, texts: readonly MappedText[]): MappedText | undefined {
  let cost = 0
  for (const text of texts) {
    cost += text.value.length + text.runs.length * RUN_COST
    if (cost > LONGEST_TEXT * 2) break
  }
  return cost <= LONGEST_TEXT * 2 && spend(run, cost) ? concatTexts(texts) : undefined
}

/** Counts a text that is made; false when the unit has made too much of it. */
export function spend(run: Run, characters: number): boolean {
  if (characters > LONGEST_TEXT * 2) return exceed(run)
  run.budget.characters -= characters
  return run.budget.characters >= 0 || exceed(run)
}

export function exceed(run: Run): false {
  run.budget.exceeded = true
  return false
}
