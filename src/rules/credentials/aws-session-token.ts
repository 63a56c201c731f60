import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import { awsKeysIn } from './aws/credentials.ts'
import { findSessionTokens } from './aws/session-token.ts'
import { freshIn, viewsOf } from './views.ts'

export default defineRule({
  meta: {
    id: 'credentials/aws-session-token',
    title: 'AWS session token in the repository',
    severity: 'medium',
    about: 'secret',
    domain: 'credentials',
    practice: 'keys never in git (AKIA, ASIA, secret half, session token)',
    description:
      'A session token is the third part of temporary AWS credentials. It is of use only together with the id and the secret half, and for a day and a half at most; but where it stands, the others have been printed or saved too. (A token next to its key is told with the key.)',
    remediation:
      'Find out what writes credentials into files or logs here and stop it. If the session can still be running, revoke it: IAM, the role, Revoke sessions.',
    cwe: ['CWE-798', 'CWE-532'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    ],
  },
  on: 'text',
  *check(node, { unit }): Generator<Hit> {
    const told = new Set(
      unit.of(awsKeysIn, node.text).flatMap((key) => [key.token, ...key.again].flatMap((part) => part?.value ?? [])),
    )
    const seen = new Set<string>()
    for (const view of viewsOf(node.text, unit)) {
      for (const { start, end } of findSessionTokens(view.value)) {
        const value = view.value.slice(start, end)
        if (told.has(value) || seen.has(value) || !freshIn(view, start, end)) continue
        seen.add(value)
        yield {
          span: locate(view, start, end),
          message: `An AWS session token (${value.length} characters), without the key it belongs to.`,
          secret: true,
          secretValue: value,
          properties: { keyType: 'session-token' },
        }
      }
    }
  },
})
