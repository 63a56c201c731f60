import type { ResourceType, Spelling } from '../aws/resources/index.ts'
import type { Notification } from '../core/finding.ts'
import type { AnyNode } from '../core/node.ts'
import type { Source, Span } from '../core/source.ts'
import type { MappedText } from '../core/text.ts'
import type { Tree } from '../core/tree.ts'
import type { Value } from '../core/value.ts'
import type { Call, Program } from '../languages/programs/expression.ts'

/** What a front end made of one file. */
export interface Read {
  readonly nodes: readonly AnyNode[]
  readonly notifications: readonly Notification[]
  /** Other files that it took in. */
  readonly reads: readonly string[]
  /** Templates that it makes stacks of, which are units of their own. */
  readonly makes?: readonly string[]
}

/** What a file format may leave to other front ends. */
export interface Others {
  /** Reads JSON or YAML that stands inside another file; `path` tells which, and names what is found. */
  readonly readDocuments: (text: MappedText, path: string, tree: Tree) => Read
  readonly libraries: readonly Library[]
}

/** A library by which a program makes infrastructure. */
export interface Library {
  readonly name: string
  /** Does a program that makes infrastructure use this library? */
  readonly uses: (text: string) => boolean
  readonly read: (program: Program) => Taken
  /** What is known of the type that a call makes a resource of. */
  readonly typeOf?: (call: Call) => { readonly row: ResourceType; readonly spelling: Spelling } | undefined
}

/** Nodes of a program, and the places of the statements and documents that went into them. */
export interface Taken {
  readonly nodes: readonly AnyNode[]
  readonly spans: readonly Span[]
}

/** Files of one format. A format that owns a file by its name comes before one that has it by its extension. */
export interface FileFormat {
  readonly name: string
  /** Is a file of this format, by its name? */
  readonly owns?: (path: string) => boolean
  /** Ends of the names of files, without the dot and in lower case, that are of this format unless another owns them. */
  readonly extensions?: readonly string[]
  /** Is a text of this format whose name does not tell? */
  readonly ownsText?: (source: Source) => boolean
  /** It may take in other files, so it is read before those that may be taken in. */
  readonly mayInclude?: boolean
  /** Others may take it in as a script, so what it says counts only if none does. */
  readonly isScript?: boolean
  /** One file becomes nodes; what it refers to is read from the tree. Without it, it is read as JSON or YAML. */
  readonly read?: (source: Source, tree: Tree, others: Others) => Read
}

/** Documents in JSON or YAML of one kind, whatever their files are called. */
export interface DocumentFormat {
  readonly name: string
  /** Could a text hold one? Asked before the text is parsed. */
  readonly mayBe: (text: string, path: string) => boolean
  /** By what it is told: formats told by what a document says come before those told by the place of its file. */
  readonly toldBy: 'content' | 'path' | 'nothing else'
  readonly owns: (document: Value, path: string) => boolean
  readonly read: (document: Value, text: MappedText, path: string, tree: Tree) => Read
}

/** A folder of this one: what its `index.ts` gives by default. Folders are found by listing. */
export interface FrontEnd {
  readonly files?: readonly FileFormat[]
  readonly documents?: readonly DocumentFormat[]
  readonly libraries?: readonly Library[]
}

export const NOTHING: Read = { nodes: [], notifications: [], reads: [] }

export function readOf(nodes: readonly AnyNode[], notifications: readonly Notification[] = []): Read {
  return { nodes, notifications, reads: [] }
}

export function takenFrom(found: readonly Taken[]): Taken {
  return { nodes: found.flatMap(({ nodes }) => nodes), spans: found.flatMap(({ spans }) => spans) }
}
