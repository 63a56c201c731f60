import type { Confidence, Severity } from '../../core/finding.ts'
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../core/rule.ts'
import type { Pattern } from '../../rules/patterns/pattern.ts'

/** What `.keylatch.yml` says; keys that it leaves out have the value they have in DEFAULT_CONFIG. */
export interface Config {
  /** What the file begins from, lowest first; what those say is in the other fields already. */
  readonly extends: readonly Extended[]
  /** Keys, rules and packs (`iam/*`) that a file which extends this one may not make laxer. */
  readonly locked: ReadonlySet<string>
  /** The file it was read from; empty for the defaults. */
  readonly uri: string
  /** New findings this heavy or heavier block. */
  readonly failOn: Severity | 'never'
  /** … and this sure or surer. */
  readonly failOnConfidence: Confidence
  /** Rule id or `pack/*` -> the severity of all its findings, or `off`. An exact id wins over its pack. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>
  /** What is on, and how heavy, where `rules` says nothing. */
  readonly preset: Preset
  /** Globs of paths that are not scanned, in order; `!` takes a path back in. */
  readonly pathsIgnore: readonly string[]
  /** Account ids, 12 digits each. */
  readonly trustedAccounts: ReadonlySet<string>
  readonly allow: readonly AllowEntry[]
  readonly thresholds: Thresholds
  /** Kinds of secrets that the repository describes itself. */
  readonly patterns: readonly Pattern[]
  /** Files with rules of other scanners, as paths relative to the root of the repository. */
  readonly patternsFrom: readonly string[]
  /** The baseline file, as a path relative to the root of the repository. */
  readonly baseline?: string
  /** Which inline comments count in a pull request: those that stand at its base, or those at its head too. */
  readonly inlineSuppressions: 'base' | 'head'
  /** Does `/keylatch allow REASON` in a pull request count there, or is it only answered? */
  readonly dismissals: 'answer' | 'comment'
}

/**
 * `gate`: every rule at its own severity. `strict`: medium findings block, too. `secrets-only`: secrets, and nothing else.
 * `practices`: habits weigh a step more, so that they show among the rest.
 */
export const PRESETS = ['gate', 'strict', 'secrets-only', 'practices'] as const
export type Preset = (typeof PRESETS)[number]

/** A configuration that another one begins from. */
export type Extended =
  | { readonly kind: 'preset'; readonly name: Preset }
  /** Relative to the root of the repository that names it. */
  | { readonly kind: 'path'; readonly path: string }
  | RemoteConfig

/** A file of another repository, at a commit: what it says cannot change by itself. */
export interface RemoteConfig {
  readonly kind: 'github'
  readonly owner: string
  readonly repo: string
  readonly path: string
  readonly commit: string
}

/** One file as it is written: only what it gives, and where. */
export interface ConfigFile {
  readonly uri: string
  readonly settings: Partial<Config>
  /** By key: `fail-on`, `rules.iam/*`, `paths-ignore[0]`. */
  readonly places: ReadonlyMap<string, ConfigPlace>
  /** It was not read, so nothing is known of what it gives. */
  readonly unread?: true
}

export interface ConfigPlace {
  readonly line: number
  readonly column: number
}

/** A finding that people decided to live with. All the keys that are given must fit. */
export interface AllowEntry {
  /** 32 hex digits, lower case. */
  readonly fingerprint?: string
  /** A rule id or `pack/*`. */
  readonly rule?: string
  /** A glob. */
  readonly path?: string
  readonly reason: string
  /** YYYY-MM-DD, the last day on which the entry holds (UTC). */
  readonly expires?: string
  /** The file that it stands in, where that is one which the configuration extends. */
  readonly uri?: string
  /** The line of the entry in its file, from 1. */
  readonly line: number
}

export const DEFAULT_CONFIG: Config = {
  uri: '',
  extends: [],
  locked: new Set(),
  failOn: 'high',
  failOnConfidence: 'medium',
  rules: new Map(),
  preset: 'gate',
  pathsIgnore: [],
  trustedAccounts: new Set(),
  allow: [],
  thresholds: DEFAULT_THRESHOLDS,
  patterns: [],
  patternsFrom: [],
  inlineSuppressions: 'base',
  dismissals: 'answer',
}

/** Where the configuration is looked for, in this order, below the root of the repository. */
export const CONFIG_PATHS = ['.keylatch.yml', '.keylatch.yaml'] as const
