import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { credentialFileOf } from './aws/credential-files.ts'
import { awsKeysIn } from './aws/credentials.ts'
import { hitOf } from './aws/hit.ts'

export default defineRule({
  meta: {
    id: 'credentials/credential-file',
    title: 'File made to hold AWS credentials in the repository',
    severity: 'critical',
    about: 'secret',
    domain: 'credentials',
    practice: 'no root access keys, no root use',
    description:
      'Some files exist only to hold keys: rootkey.csv and the other downloads of the IAM console, ~/.aws/credentials. One that still holds a key does not belong into a repository at all. The keys of the root user can do everything in the account, cannot be limited by any policy, and should not exist.',
    remediation:
      'Deactivate and delete the keys in IAM (those of the root user: sign in as root, Security credentials), then remove the file and add its name to .gitignore. Deleting the file is not enough, since the history keeps it. For people and machines use roles: IAM Identity Center, OIDC, instance profiles.',
    cwe: ['CWE-798', 'CWE-538'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html',
      'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html',
    ],
  },
  on: 'text',
  *check(node, { unit }): Generator<Hit> {
    const file = credentialFileOf(node.uri)
    if (!file) return
    const known = file.root ? { severity: 'critical' as const, properties: { root: true } } : {}
    for (const key of unit.of(awsKeysIn, node.text)) yield hitOf(key, { ...known, remark: `The file is ${file.what}.` })
  },
})
