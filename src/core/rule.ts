import type { Analysis } from './analysis.ts'
import type { About, Confidence, Domain, Notification, Severity } from './finding.ts'
import type { NodeKind, Nodes, PolicyNode, Related } from './node.ts'
import type { OwnSecret } from './own-secret.ts'
import type { PolicyDocument } from './policy.ts'
import type { Span } from './source.ts'

export interface RuleMeta {
  /** `pack/name`, never renamed and never used again for something else. */
  readonly id: string
  /** What is wrong, as a short sentence without a full stop. */
  readonly title: string
  /** What a hit weighs unless it says otherwise. */
  readonly severity: Severity
  /** Why it matters, for someone who has never heard of it. */
  readonly description: string
  /** What to do about it. */
  readonly remediation: string
  readonly cwe: readonly string[]
  readonly references: readonly string[]
  readonly about: About
  readonly domain: Domain
  /** Some of its hits bring a replacement that is right for everybody. */
  readonly fixable?: true
  /** The best-practice row that this rule answers. */
  readonly practice: string
  /** It knows least of what it finds: where another rule speaks of the same secret, that one does. */
  readonly generic?: true
  /** It knows for sure what it finds: where another rule speaks of the same secret, this one does. */
  readonly certain?: true
}

/** A replacement of the text at `span`; applied together with the other edits of its hit. */
export interface Edit {
  readonly span: Span
  readonly text: string
  /**
   * Not in the place of the span but before the entry that it begins or stands in, as lines of their own, set in as that is;
   * within a line before it, where the entry does not begin one.
   */
  readonly asLines?: true
  /** What to write instead of `text`, quotes around the span included, where it stands in quotes of its own: an expression. */
  readonly bare?: string
}

/** An AWS key, half or whole. */
export interface KeyMaterial {
  readonly keyId?: string
  readonly secretKey?: string
  readonly sessionToken?: string
}

/** What a rule yields. */
export interface Hit {
  readonly span: Span
  /** One or two sentences about this very place; holds no secret. */
  readonly message: string
  readonly severity?: Severity
  readonly confidence?: Confidence
  /** Why it is no more, and no less, in words that can follow "because"; holds no secret. */
  readonly confidenceReason?: string
  /**
   * Its name and its looks tell it, or a form that anyone can make: it weighs less in tests, samples and documentation. Told
   * `by-place`, what stands around it counts as well: comments, settings for a developer's own machine.
   */
  readonly lighterInSamples?: 'by-file' | 'by-place'
  readonly related?: readonly Related[]
  /** The text at `span` is a secret: it is masked everywhere and reported from every commit on the way. */
  readonly secret?: true
  /** Further places that hold a secret and must be masked (the other half of a pair). */
  readonly secretSpans?: readonly Span[]
  /** The decoded secret, for tagging and for scrubbing; never leaves the scan floor. */
  readonly secretValue?: string
  /** The key itself, for whoever asks AWS about it; as `secretValue` it goes into no finding. */
  readonly keyMaterial?: KeyMaterial
  /**
   * What makes this hit this one and no other (an action, a principal, a port), for the fingerprint. A secret needs
   * none: its tag serves.
   */
  readonly element?: string
  /** Of what is told together: the elements of which versions before 1.1 made a finding each. */
  readonly elements?: readonly string[]
  /** Replaces the rule's general remediation where this place allows a more exact one. */
  readonly remediation?: string
  readonly fix?: readonly Edit[]
  /** Facts for machines (account id, key kind); holds no secret. */
  readonly properties?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** What a rule may know besides its node. */
export interface RuleContext {
  /** Account ids that the configuration trusts. */
  readonly trustedAccounts: ReadonlySet<string>
  /** `owner/name` of the repository being scanned, when known. */
  readonly repository?: string
  /** The unit that the node came from (a module directory, a template): its nodes, for questions across resources. */
  readonly unit: Analysis
  /** Secrets of this machine, where they are to be recognised. */
  readonly ownSecrets?: readonly OwnSecret[]
  /** What the configuration asks for where AWS has no one answer. */
  readonly thresholds?: Thresholds
  /** AWS's own opinion of a document, where the run asks for it. */
  readonly validatePolicy?: ValidatePolicy
  /** Checks that AWS charges for, where the run asks for them. */
  readonly policyChecks?: PolicyChecks
  /** What stood in the place of a policy before the change; undefined where nothing did, or there is no change. */
  readonly before?: (policy: PolicyNode) => PolicyDocument | undefined
  /** Says what a rule could not look at (a limit was hit, time ran out), so that silence is not taken for clean. */
  notify(notification: Notification): void
}

/** By the JSON of a policy and AWS's word for its kind; undefined: no answer. */
export type ValidatePolicy = (document: string, type: string) => Promise<readonly PolicyOpinion[] | undefined>

/** One finding of IAM Access Analyzer. */
export interface PolicyOpinion {
  readonly type: 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION'
  readonly code: string
  readonly details: string
  readonly link?: string
  /** Which statement it is about, from 0. */
  readonly statement?: number
}

/** The custom policy checks of IAM Access Analyzer. */
export interface PolicyChecks {
  /** By the names and parameters of AWS's API; undefined: no answer. */
  readonly ask: (check: PolicyCheck, parameters: Readonly<Record<string, unknown>>) => Promise<CheckAnswer | undefined>
  /** What no policy may grant. */
  readonly deniedActions: readonly string[]
}

export const POLICY_CHECKS = ['CheckNoNewAccess', 'CheckAccessNotGranted', 'CheckNoPublicAccess'] as const
export type PolicyCheck = (typeof POLICY_CHECKS)[number]

export interface CheckAnswer {
  readonly passes: boolean
  readonly message: string
  readonly reasons: readonly { readonly description: string; readonly statement?: number }[]
}

export interface Thresholds {
  /** Days that logs are kept at least. */
  readonly logRetentionDays: number
  /** Seconds that a session may last. */
  readonly sessionSeconds: number
  /** Days that backups of databases are kept at least. */
  readonly backupRetentionDays: number
  /** Days that an access key may be in use. */
  readonly keyAgeDays: number
  /** Days without use after which keys, passwords and roles are taken for unused. */
  readonly unusedDays: number
  /** Keys that every resource with tags must have, and the values that they may take (none: any). */
  readonly requiredTags: ReadonlyMap<string, readonly string[]>
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  logRetentionDays: 1,
  sessionSeconds: 3600,
  backupRetentionDays: 1,
  keyAgeDays: 90,
  unusedDays: 90,
  requiredTags: new Map(),
}

export interface Rule<K extends NodeKind = NodeKind> {
  readonly meta: RuleMeta
  readonly on: K
  /** For rules on resources: the canonical types that it is about. It is called with no other. */
  readonly types?: readonly string[]
  check(node: Nodes[K], context: RuleContext): Iterable<Hit> | AsyncIterable<Hit>
  /** Of a rule of a table that is looked through once for all its rows. */
  readonly family?: RuleFamily<K>
}

/** Answers for many rules at once. */
export interface RuleFamily<K extends NodeKind = NodeKind> {
  /** The hits on a node, by the ids of their rules; what their own `check` would give. */
  check(node: Nodes[K], context: RuleContext): ReadonlyMap<string, Iterable<Hit>>
}

/** Keeps `check`'s node typed by `on`. */
export function defineRule<K extends NodeKind>(rule: Rule<K>): Rule<K> {
  return rule
}
