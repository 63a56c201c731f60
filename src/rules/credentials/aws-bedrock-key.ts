import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { isPlaceholder } from './aws/placeholder.ts'
import { matchesIn } from './views.ts'

/**
 * Long-term keys are ABSK and the base64 of `BedrockAPIKey-….` with the account and a secret; short-term ones are
 * `bedrock-api-key-` and the base64 of a presigned request to bedrock.amazonaws.com.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
 */
const KEY =
  /(?<![A-Za-z0-9+/])ABSK[A-Za-z0-9+/]{100,280}={0,2}(?![A-Za-z0-9+/=])|bedrock-api-key-[A-Za-z0-9+/_-]{60,}={0,2}/g

export default defineRule({
  meta: {
    id: 'credentials/aws-bedrock-key',
    title: 'Amazon Bedrock API key in the repository',
    severity: 'critical',
    about: 'secret',
    domain: 'credentials',
    practice: 'keys never in git (AKIA, ASIA, secret half, session token)',
    description:
      'A Bedrock API key is one string that lets whoever has it call the models at the account’s cost. A long-term one is the credential of an IAM user and works until it is deleted; a short-term one works for twelve hours at most.',
    remediation:
      'Delete the key (IAM, the user whose name begins with BedrockAPIKey, Security credentials, API keys for Amazon Bedrock). Deleting the line is not enough, since the history keeps it. Let the program use the role it runs under instead.',
    cwe: ['CWE-798'],
    references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-how.html'],
  },
  on: 'text',
  *check(node, { unit }): Generator<Hit> {
    for (const { value, span } of matchesIn(node.text, KEY, unit)) {
      const longTerm = value.startsWith('ABSK')
      const body = longTerm ? value.slice(4) : value.slice('bedrock-api-key-'.length)
      if (isPlaceholder(body.slice(24, 64)) || new Set(body).size < 24) continue
      const accountId = longTerm ? accountIn(body) : undefined
      yield {
        span,
        message: `${longTerm ? 'A long-term' : 'A short-term'} Amazon Bedrock API key.${accountId ? ` It is of account ${accountId}.` : ''}`,
        ...(longTerm ? {} : { severity: 'high' as const }),
        secret: true,
        secretValue: value,
        properties: {
          keyType: longTerm ? 'bedrock-long-term' : 'bedrock-short-term',
          ...(accountId ? { accountId } : {}),
        },
      }
    }
  },
})

/** `BedrockAPIKey-abcd-at-123456789012:…` names the account. */
function accountIn(body: string): string | undefined {
  return /-at-(\d{12})\b/.exec(Buffer.from(body, 'base64').toString('latin1'))?.[1]
}
