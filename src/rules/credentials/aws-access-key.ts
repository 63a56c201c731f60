import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { credentialFileOf } from './aws/credential-files.ts'
import { awsKeysIn } from './aws/credentials.ts'
import { hitOf } from './aws/hit.ts'
import { notifyOfCuts } from './views.ts'

export default defineRule({
  meta: {
    id: 'credentials/aws-access-key',
    title: 'AWS access key in the repository',
    severity: 'critical',
    about: 'secret',
    domain: 'credentials',
    practice: 'keys never in git (AKIA, ASIA, secret half, session token)',
    description:
      'An access key is a user name and a password in one: whoever reads it can do in the account what its owner can do. Everyone who can read the repository, or a fork, a clone or a build log of it, can read the key, and bots try keys in public repositories within minutes. A pair is critical; one half without the other is high, since the other half is often not far; of a temporary key the id alone is medium, since it opens nothing and the key is over within 36 hours.',
    remediation:
      'Make the key useless first: deactivate it in IAM, create a new one if it is still needed, delete the old one. Deleting the line is not enough, since the history keeps it. Then take the need for a key away: a role (OIDC in CI, an instance profile or task role on AWS, IAM Identity Center for people).',
    cwe: ['CWE-798', 'CWE-312'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes',
    ],
  },
  on: 'text',
  *check(node, context): Generator<Hit> {
    notifyOfCuts(node, context)
    if (credentialFileOf(node.uri)) return
    for (const key of context.unit.of(awsKeysIn, node.text)) yield hitOf(key)
  },
})
