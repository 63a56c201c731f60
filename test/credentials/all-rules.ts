import type { Rule } from '../../src/core/rule.ts'
import addressRules from '../../src/rules/credentials/addresses.ts'
import appsyncKey from '../../src/rules/credentials/appsync-key.ts'
import accessKey from '../../src/rules/credentials/aws-access-key.ts'
import bedrockKey from '../../src/rules/credentials/aws-bedrock-key.ts'
import sessionToken from '../../src/rules/credentials/aws-session-token.ts'
import credentialFile from '../../src/rules/credentials/credential-file.ts'
import serviceAccount from '../../src/rules/credentials/gcp-service-account.ts'
import privateKey from '../../src/rules/credentials/private-key.ts'
import tokenRules from '../../src/rules/credentials/tokens.ts'

export const awsRules: readonly Rule<'text'>[] = [accessKey, sessionToken, bedrockKey, appsyncKey, credentialFile]
export const credentialRules: readonly Rule<'text'>[] = [
  ...awsRules,
  privateKey,
  serviceAccount,
  ...addressRules,
  ...tokenRules,
]
