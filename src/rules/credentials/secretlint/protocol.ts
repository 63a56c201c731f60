/** What the worker is sent: a text, and the short names of the preset's rules to run on it. One job at a time. */
export interface Job {
  readonly text: string
  readonly uri: string
  readonly rules: readonly string[]
}

/** What it answers: first that it is there, then to each job its reports, or the kind of error that it died of. */
export type Answer = { readonly ready: true } | { readonly reports: readonly Report[] } | { readonly failed: string }

/** One report of a rule of the preset: offsets into the text it was given. Values never leave the engine. */
export interface Report {
  /** `github` for `@secretlint/secretlint-rule-github`. */
  readonly rule: string
  readonly messageId: string
  readonly start: number
  readonly end: number
}
