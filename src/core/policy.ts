import type { Span } from './source.ts'
import type { Leaf } from './value.ts'

/**
 * What a policy document is for. Decided by its consumer, never by the document: the same text is a resource policy
 * in a KMS key and a trust policy in `assume_role_policy`.
 * `unknown`: no consumer in sight and no telling principals.
 */
export type PolicyRole = 'identity' | 'trust' | 'resource' | 'boundary' | 'scp' | 'session' | 'unknown'

export type HolderKind = 'user' | 'role' | 'group' | 'permission-set' | 'managed-policy' | 'resource'

/** Who holds a policy, or what it is attached to. */
export interface Holder {
  readonly kind: HolderKind
  /** Stable address: `aws_iam_role.ci`, `module.x.aws_iam_role.ci`, a CloudFormation logical id, a file name. */
  readonly address: string
  /** The name in AWS, where it is known. */
  readonly name?: string
  /** For `resource`: the service prefix of its ARN, as in IAM actions (`s3`, `sqs`, `kms`, `lambda`). */
  readonly service?: string
  readonly span: Span
}

/** One policy document with its statements, as every front end yields it. */
export interface PolicyDocument {
  readonly role: PolicyRole
  readonly version?: Leaf
  readonly statements: readonly Statement[]
  /** Some statements could not be known: a grant may be missing here, so absence proves nothing. */
  readonly incomplete: boolean
  /** Which these are, as far as there is a place that says so: the document itself, one of its statements. */
  readonly gaps?: readonly Leaf[]
}

export interface Statement {
  readonly sid?: Leaf
  /** A `Leaf` with UNKNOWN when the effect is not known. */
  readonly effect: Leaf
  readonly actions: readonly Leaf[]
  readonly notActions: readonly Leaf[]
  readonly resources: readonly Leaf[]
  readonly notResources: readonly Leaf[]
  readonly principals: readonly Principal[]
  readonly notPrincipals: readonly Principal[]
  readonly conditions: readonly Condition[]
  readonly span: Span
}

/** `type` is `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*` for the bare `"Principal": "*"`. */
export interface Principal {
  readonly type: string
  readonly value: Leaf
}

/** One operator and key: `StringEquals`, `aws:SourceAccount`, its values. */
export interface Condition {
  readonly operator: Leaf
  readonly key: Leaf
  readonly values: readonly Leaf[]
}
