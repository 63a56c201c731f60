/** Which account is looked at, and how its ARNs begin. */
export interface AccountPlace {
  readonly account: string
  readonly partition: string
  /** Where to ask what is not of one region. */
  readonly home: string
  readonly regions: readonly string[]
}

/** An ARN of the account: `arn:aws:iam::111122223333:root`. */
export function arnOf({ partition, account }: AccountPlace, service: string, rest: string, region = ''): string {
  return `arn:${partition}:${service}:${region}:${account}:${rest}`
}
