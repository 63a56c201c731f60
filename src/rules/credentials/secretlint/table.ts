import type { TokenKind } from '../leaked-token.ts'

/** One rule of secretlint's preset as a rule of ours. */
export interface Row extends TokenKind {
  /** Its name in the preset, without `@secretlint/secretlint-rule-`. */
  readonly engine: string
  /** What was found, for the message. */
  readonly what: string
}

/**
 * The rules of the preset that look at addresses. Its rules for tokens, AWS, Google and private keys are not asked: rules of our
 * own find what they find, more strictly or more widely. Comments silence nothing.
 */
export const TABLE: readonly Row[] = [
  {
    engine: 'database-connection-string',
    id: 'database-url',
    title: 'Database address with a password in the repository',
    severity: 'high',
    what: 'A database address with its password',
    description: 'The address says where the database is, the password lets anyone in who can reach it.',
    remediation:
      'Change the password. Keep it in Secrets Manager (which can rotate it), or use IAM authentication to RDS.',
    reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
  },
  {
    engine: 'basicauth',
    id: 'basic-auth-url',
    title: 'Address with user name and password in the repository',
    severity: 'high',
    what: 'An address with a user name and a password',
    description: 'Whoever reads the address can log in; such addresses also end up in logs, histories and proxies.',
    remediation: 'Change the password, and pass user name and password from the environment or a credential helper.',
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
]
