import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { isServiceAccountKey, privateKeysIn } from './private-keys-of-text.ts'

export default defineRule({
  meta: {
    id: 'credentials/gcp-service-account',
    title: 'Key of a Google Cloud service account in the repository',
    severity: 'high',
    about: 'secret',
    domain: 'credentials',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'The key file of a service account lets whoever has it act as that account, from anywhere, for as long as the key is not deleted.',
    remediation:
      'Delete the key in the Google Cloud console (IAM, Service accounts, Keys). Deleting the file is not enough, since the history keeps it. From AWS or from CI use workload identity federation, which needs no key.',
    cwe: ['CWE-798', 'CWE-321'],
    references: [
      'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
      'https://cloud.google.com/iam/docs/workload-identity-federation',
    ],
  },
  on: 'text',
  *check(node, { unit }): Generator<Hit> {
    for (const key of unit.of(privateKeysIn, node.text)) {
      if (!isServiceAccountKey(key)) continue
      yield {
        span: key.span,
        message: 'The private key of a Google Cloud service account.',
        secret: true,
        lighterInSamples: 'by-file',
        secretValue: key.value,
        properties: { keyType: 'gcp-service-account' },
      }
    }
  },
})
