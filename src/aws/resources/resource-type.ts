import type { Place } from '../../core/node.ts'
import type { HolderKind, PolicyRole } from '../../core/policy.ts'

/**
 * Where an argument stands: `environment.variables` as Terraform spells it, steps through nested blocks with dots.
 * CloudFormation's spelling follows by rule (`Environment.Variables`); where it does not, or where only one of both has
 * it, the pair is written out.
 */
export type Path = string | readonly [terraform: string | undefined, cloudformation: string | undefined]

/** An argument that is a policy document. */
export interface PolicySite {
  readonly at: Path
  readonly role: PolicyRole
  /** The argument beside the document that names it, of documents in nested blocks. */
  readonly name?: Path
  /** What the policy is about, by the arguments that may name it: the bucket of a bucket policy. */
  readonly subjects?: readonly Path[]
}

/** A managed policy that the resource gives to a holder, or sets as its boundary. */
export interface AttachmentSite {
  /** The arguments that hold ARNs or names of policies; `itself` for a policy that names its holders. */
  readonly policies: readonly Path[] | 'itself'
  readonly holders: HolderSite
  readonly boundary?: boolean
}

/** Who is meant: the resource itself, or those that an argument names. */
export type HolderSite = 'itself' | { readonly at: Path; readonly kind: HolderKind }

/** A user made a member of a group. */
export interface MembershipSite {
  readonly users: Path | 'itself'
  readonly groups: Path
}

/** A resource that is one statement of another resource's policy. */
export interface StatementSite {
  readonly principal: Path
  readonly action: Path
  /** The action where none is written. */
  readonly usualAction?: string
  /** The argument that names the resource whose policy it is part of. */
  readonly subject: Path
  /** Arguments that are the value of a condition. */
  readonly conditions?: readonly (readonly [operator: string, key: string, at: Path])[]
  /** An argument that is a condition with `type`, `key` and `value`. */
  readonly condition?: Path
  /** An argument that is the statement as a whole. */
  readonly whole?: Path
}

/** The arguments of a resource that make up the role that is made for it. */
export interface OwnRole {
  /** Names the role that it has instead. */
  readonly instead: Path
  readonly trust: Path
  readonly boundary: Path
  /** Names and ARNs, documents, statements and words for them, in one list. */
  readonly policies: Path
}

/** `{name, value}`, or a list of them. */
export interface PairSite {
  readonly at: Path
  readonly place: Place
}

/** What is known of the resources of one type, whatever they are written in. */
export interface ResourceType {
  /**
   * `aws_iam_role`, `AWS::IAM::Role`, and `ec2.VpcEndpoint` where Pulumi's module does not follow from these. The names
   * that Cloud Control, the CDK and mostly Pulumi use do.
   */
  readonly names: readonly string[]
  /** The service prefix as in IAM actions, where it is not told by the name. */
  readonly service?: string
  /** What kind of holder of policies it is, and the argument that is its name. */
  readonly holder?: { readonly kind: HolderKind; readonly name: Path }
  /** Empty: what looks like a policy here is none. */
  readonly policies?: readonly PolicySite[]
  /** Whose the policies of this resource are, where they are not about a resource. */
  readonly holders?: readonly HolderSite[]
  readonly attachments?: readonly AttachmentSite[]
  readonly memberships?: readonly MembershipSite[]
  readonly statement?: StatementSite
  /** Of a type that gets a role of its own, called after it, where it names none. */
  readonly ownRole?: OwnRole
  /** Where its environments take effect. */
  readonly environment?: Place
  /** Names with their values that are called otherwise: options, headers. */
  readonly pairs?: readonly PairSite[]
  /** Arguments that are documented as secrets though their names do not say so. */
  readonly secrets?: readonly Path[]
  /** Arguments that are files, or that configure a program: JSON, YAML, or lines of `NAME=value`. */
  readonly texts?: readonly Path[]
  /** A parameter: the name that its values have. */
  readonly parameter?: { readonly name: Path; readonly values: readonly Path[] }
}

/** A row of the tables beside this file; names in one string. */
export function row(names: string, about: Omit<ResourceType, 'names'>): ResourceType {
  return { names: names.split(' '), ...about }
}

/** A type with one policy, about itself or about what `subjects` name. */
export function withResourcePolicy(names: string, service: string, at: Path, ...subjects: Path[]): ResourceType {
  return row(names, { service, policies: [{ at, role: 'resource', ...(subjects.length > 0 && { subjects }) }] })
}

/** Types that are policies by name only: rules for images, queues and backups, not for principals. */
export function withoutPolicy(names: string): ResourceType {
  return row(names, { policies: [] })
}
