import type { Holder, PolicyDocument } from './policy.ts'
import type { Span } from './source.ts'
import type { MappedText } from './text.ts'
import type { Leaf, Value } from './value.ts'

/** What front ends emit and rules ask for. `anchor` is the name that stays when lines move: `aws_iam_policy.ci`. */
export interface Node {
  readonly span: Span
  readonly anchor: string
  /** Set where it is not made as things stand. */
  readonly madeOnly?: MadeOnly
  /** Set where it is written in an example or a test of a module, whose folder that is. */
  readonly exampleOf?: string
}

/** When something that is switched off would be made. */
export interface MadeOnly {
  /** Completes "only where …". */
  readonly words: string
  /** It takes an edit of this repository, not just another value of a parameter. */
  readonly never: boolean
}

/** Every text: a source as it stands, a commit message, and what was decoded out of either. */
export interface TextNode extends Node {
  readonly kind: 'text'
  /** The path of the file it stands in, for rules that judge by name. */
  readonly uri: string
  readonly text: MappedText
}

/** Where a script or a setting takes effect, in the words people use for it. */
export type Place =
  | 'user-data'
  | 'lambda-environment'
  | 'ecs-environment'
  | 'compose-environment'
  | 'build-environment'
  | 'kubernetes'
  | 'dockerfile'
  | 'workflow'
  | 'provider'
  | 'ssm-parameter'
  | 'variable-default'
  | 'metadata'
  | 'script'

/** Code that a machine will run: user-data, a RUN line, a workflow step, a shell file. */
export interface ScriptNode extends Node {
  readonly kind: 'script'
  readonly place: Place
  readonly language: 'shell' | 'cloud-config' | 'powershell' | 'sshd-config' | 'unknown'
  readonly text: MappedText
  /** Variables that it is run with, as far as they are known. */
  readonly environment?: ReadonlyMap<string, MappedText>
  /** Values inserted into the text that their author declared sensitive: `var.db_password` and where it is used. */
  readonly sensitive: readonly { readonly reference: string; readonly span: Span }[]
  /** Other places that make this script what it is: the `user_data` attribute, the variable's default. */
  readonly related: readonly Related[]
}

/** A name given a value where it takes effect: an environment variable, a provider argument, a parameter. */
export interface SettingNode extends Node {
  readonly kind: 'setting'
  readonly place: Place
  readonly name: Leaf
  /** The value as evaluated; a literal keeps the place where it is written (a variable's default, say). */
  readonly value: Value
  /** It is documented as a secret, whatever it is called. */
  readonly documented?: boolean
  /** What of the value its author declared sensitive, and where that is put in. */
  readonly sensitive: readonly { readonly reference: string; readonly span: Span }[]
  /** Where it is used, when that is not where it is written. */
  readonly related: readonly Related[]
}

/** Any resource of Terraform or CloudFormation, with its evaluated arguments. */
export interface ResourceNode extends Node {
  readonly kind: 'resource'
  /** `aws_s3_bucket` or `AWS::S3::Bucket`. */
  readonly type: string
  readonly name: string
  readonly arguments: Value
  /** Only some of its arguments are known: it is made by a module that stands elsewhere, whose defaults nobody sees here. */
  readonly isPartial?: true
  /** Set where what makes it has other arguments than the resource. */
  readonly writtenAs?: WrittenAs
}

/** The argument that says that something is so at a path of the resource, and what is written there; undefined where none does. */
export type WrittenAs = (
  path: string,
  wanted: boolean | string,
) => { readonly name: string; readonly value: boolean } | undefined

export interface PolicyNode extends Node {
  readonly kind: 'policy'
  readonly document: PolicyDocument
  /** Everyone who holds it; empty when no consumer is in sight. */
  readonly holders: readonly Holder[]
  readonly related: readonly Related[]
}

/** A managed policy, by ARN or name, attached to a holder. */
export interface AttachmentNode extends Node {
  readonly kind: 'attachment'
  readonly policyArn: Leaf
  readonly holder: Holder
  /** The anchor of the policy node it attaches, when that policy stands in the same tree. */
  readonly policyAnchor?: string
  /** True when the policy is set as the holder's permissions boundary. */
  readonly boundary: boolean
}

/** A user, role, group or permission set that is declared here. */
export interface IdentityNode extends Node {
  readonly kind: 'identity'
  readonly holder: Holder
  /** Addresses or names of the groups that a user belongs to. */
  readonly groups: readonly string[]
  readonly hasBoundary: boolean
  /** Role path, maximum session in seconds and the like, as written. */
  readonly arguments: Value
}

/** A GitHub workflow or composite action, as parsed. */
export interface WorkflowNode extends Node {
  readonly kind: 'workflow'
  readonly document: Value
}

/** A Dockerfile or a container definition. */
export interface ContainerNode extends Node {
  readonly kind: 'container'
  readonly instructions: readonly { readonly keyword: string; readonly span: Span; readonly text: MappedText }[]
}

/** Something that a limit kept from being read or judged. */
export interface UnreadNode extends Node {
  readonly kind: 'unread'
  readonly message: string
  /** Which limit. */
  readonly limit: string
  /** The limit and what is unread: as long as not a letter of that changes, it is the same. */
  readonly element: string
}

export interface Related {
  readonly span: Span
  readonly message: string
}

/** What a rule can ask for, by name. */
export interface Nodes {
  text: TextNode
  script: ScriptNode
  setting: SettingNode
  resource: ResourceNode
  policy: PolicyNode
  attachment: AttachmentNode
  identity: IdentityNode
  workflow: WorkflowNode
  container: ContainerNode
  unread: UnreadNode
}

export type NodeKind = keyof Nodes
export type AnyNode = Nodes[NodeKind]
