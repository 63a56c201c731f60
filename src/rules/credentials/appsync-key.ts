import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { isPlaceholder } from './aws/placeholder.ts'
import { matchesIn } from './views.ts'

/** https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization */
const KEY = /(?<![A-Za-z0-9])da2-[a-z0-9]{26}(?![A-Za-z0-9])/g

export default defineRule({
  meta: {
    id: 'credentials/appsync-key',
    title: 'AWS AppSync API key in the repository',
    severity: 'medium',
    about: 'secret',
    domain: 'credentials',
    practice: 'keys never in git (AKIA, ASIA, secret half, session token)',
    description:
      'Whoever has an AppSync API key can send the GraphQL API every request that the key authorises, for up to a year. Browser code shows its key to every visitor anyway; then the question is what the API allows to strangers.',
    remediation:
      'If the key is meant for machines, delete it (aws appsync delete-api-key), read the new one from the environment, and keep it in Secrets Manager. For people use Cognito, OIDC or IAM authorisation instead of API keys.',
    cwe: ['CWE-798'],
    references: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization'],
  },
  on: 'text',
  *check(node, { unit }): Generator<Hit> {
    for (const { value, span } of matchesIn(node.text, KEY, unit)) {
      const body = value.slice(4)
      if (isPlaceholder(body) || new Set(body).size < 9 || !/\d/.test(body)) continue
      yield {
        span,
        message: 'An AWS AppSync API key.',
        secret: true,
        secretValue: value,
        properties: { keyType: 'appsync' },
      }
    }
  },
})
