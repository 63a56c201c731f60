/** A secret of the machine that the scan runs on. Never printed, never stored: it is only compared with. */
export interface OwnSecret {
  /** Whose it is and where it is kept, for people: `the secret key of the profile default (~/.aws/credentials)`. */
  readonly what: string
  readonly value: string
}
