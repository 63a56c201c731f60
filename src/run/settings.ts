import type { AccountSnapshot } from '../account/snapshot.ts'
import type { Finding, Notification, RepositoryFacts, Threshold } from '../core/finding.ts'
import type { OwnSecret } from '../core/own-secret.ts'
import type { PolicyChecks, ValidatePolicy } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import type { Repository } from '../io/git/repository.ts'
import type { CachePlace } from '../io/version-cache.ts'
import type { ProgressState } from '../report/progress.ts'
import type { Extended, RemoteConfig } from '../scan/config.ts'
import type { LeakedKey } from '../scan/leaked-keys.ts'
import type { Shard } from '../scan/shard.ts'

/** What is scanned. Revisions are as people write them; `why` is a clause for people: `pull request #7`. */
export type Scope =
  /** A folder or a file, in a work tree or not: what no `.gitignore` excludes, and whatever git tracks. */
  | { readonly kind: 'path'; readonly path: string }
  /** Everything of one commit; configuration and suppressions are those of `judgedBy`, or else its own. */
  | { readonly kind: 'commit'; readonly revision: string; readonly judgedBy?: string; readonly why?: string }
  /**
   * The commits that `head` reaches and neither `base` nor any of `not` does; configuration is read at `base`. Without
   * a base everything is new.
   */
  | {
      readonly kind: 'range'
      readonly base: string | undefined
      readonly head: string
      readonly not?: readonly string[]
      readonly why?: string
    }
  | { readonly kind: 'staged' }
  | { readonly kind: 'history' }
  | { readonly kind: 'stdin'; readonly bytes: Uint8Array; readonly name?: string }

/** A run, as plain values: nothing below reads inputs, the environment or the clock. */
export interface Settings extends Partial<Threshold> {
  /** A folder inside the repository, absolute. */
  readonly root: string
  readonly scope: Scope
  /** Where commits and ranges are read from, when that is opened already; else the repository that `root` lies in. */
  readonly opened?: Repository
  /** Files that people named: they must exist. */
  readonly config?: string
  readonly baseline?: string
  /** What the configuration of the repository builds on, whatever it says itself: a required workflow's, say. */
  readonly extends?: readonly Extended[]
  /** Reads a configuration of another repository. @throws Problem */
  readonly remoteConfig?: (wanted: RemoteConfig) => Promise<string>
  /** Leave the baseline that the configuration names alone: it is about to be made, and may not exist yet. */
  readonly withoutBaseline?: true
  /** Where these two are: in the scanned repository (at the base of a change), or on disk as they are. */
  readonly policyFrom: 'repository' | 'disk'
  /** `head`: comments that the change itself brings count too, as in a hook, which only warns its own author. */
  readonly comments?: 'head'
  /** Globs; empty means everything. */
  readonly paths: readonly string[]
  readonly pathsIgnore: readonly string[]
  /** Rule ids and `pack/*`; only these rules run. */
  readonly only?: readonly string[]
  /** Secrets of this machine that are to be recognised. */
  readonly ownSecrets?: readonly OwnSecret[]
  /** Where it is kept which versions of files hold no secret. */
  readonly cache?: CachePlace
  /** Only a part of what is to be scanned. */
  readonly shard?: Shard
  /** YYYY-MM-DD, UTC. */
  readonly today: string
  /** Milliseconds, for how long the run took. */
  readonly now: () => number
  /** The environment that git is started with. */
  readonly env: NodeJS.ProcessEnv
  readonly repository?: RepositoryFacts
  /** What is known before the run, such as that the checkout was completed. */
  readonly notifications?: readonly Notification[]
  /** Messages that belong to no commit of the scope: those of pushed tags. */
  readonly messages?: readonly Source[]
  /** What people have allowed on the pull request, by fingerprint; asked for where the configuration lets it count. */
  readonly dismissals?: () => Promise<Dismissals>
  /** Says whose leaked keys are; absent where nobody can be asked. */
  readonly triage?: Triage
  /** Saved accounts that say what there is besides the repository; on disk as they are, or at the base of a change. */
  readonly accountData?: { readonly paths: readonly string[]; readonly from: 'repository' | 'disk' }
  /** AWS's own opinion of policies, and what it did not answer, once all are asked. */
  readonly analyzer?: { readonly validate: ValidatePolicy; readonly notifications: () => readonly Notification[] }
  /** Checks of changed policies that AWS charges for, and what it did not answer, once all are asked. */
  readonly policyChecks?: { readonly checks: PolicyChecks; readonly notifications: () => readonly Notification[] }
  /** The account to judge besides. Never throws: what AWS does not answer is a notification. */
  readonly audit?: () => Promise<Audit>
  /** Fixes are what the run is for: as many as there are are tried. */
  readonly asksForFixes?: true
  readonly progress?: (state: ProgressState) => void
  /** The report is to say where the time went. */
  readonly timings?: true
  /** With what is newly permitted also requests that show it. */
  readonly witness?: boolean
  /**
   * Every version on the way is read from beginning to end, also where what it changes cannot hold a secret: what is found is
   * the same (docs/adr/0133), which tests and `npm run compare:reading` check by it.
   */
  readonly readVersions?: 'whole'
}

export interface Audit {
  readonly snapshot: AccountSnapshot
  readonly told: readonly Notification[]
}

export type Dismissals = ReadonlyMap<string, { readonly by: string; readonly reason: string }>

/** Adds to findings what AWS knows of their keys. Never throws: what it cannot learn is a notification. */
export type Triage = (
  findings: readonly Finding[],
  leaked: readonly LeakedKey[],
  trustedAccounts: ReadonlySet<string>,
) => Promise<{ readonly findings: readonly Finding[]; readonly notifications: readonly Notification[] }>
