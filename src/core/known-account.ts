import type { HolderKind, PolicyDocument } from './policy.ts'

/** What is known of an account besides the repository: who is there, what is there to attach, and what its organization denies. */
export interface KnownAccount {
  readonly account: string
  /** ISO 8601. */
  readonly takenAt: string
  /** Users and roles that are administrators or can become one, in this order. */
  readonly powerful: readonly KnownPrincipal[]
  /** A user or role of the account, powerful or not. */
  named(kind: HolderKind, name: string): KnownPrincipal | undefined
  /** A policy of the account itself, by its ARN. */
  policy(arn: string): PolicyDocument | undefined
  /** Control policies by what they hang on: the account, each unit above it, the root. All levels must allow. */
  readonly guardrails: readonly (readonly Guardrail[])[]
}

export interface KnownPrincipal {
  readonly kind: HolderKind
  readonly name: string
  readonly arn: string
  /** Undefined for those that are neither. */
  readonly power: 'administrator' | 'escalates' | undefined
  /** Whom its trust policy lets in, types as in policies. */
  readonly trusted: readonly { readonly type: string; readonly value: string }[]
}

export interface Guardrail {
  readonly name: string
  /** Resource control policies only deny. */
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY'
  readonly document: PolicyDocument
}
