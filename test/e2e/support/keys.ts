import { fake } from '../../support/placeholders.ts'

/** A made-up key as it stands in a credentials file; each tag is another one. */
export const pair = (tag: string): string =>
  `aws_access_key_id = ${fake('AWS_ID', tag)}\naws_secret_access_key = ${fake('AWS_SECRET', tag)}\n`

/** How reports show its id. */
export const masked = (tag: string): string =>
  `${fake('AWS_ID', tag).slice(0, 4)}************${fake('AWS_ID', tag).slice(-4)}`
