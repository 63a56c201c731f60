import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { isServiceAccountKey, privateKeysIn } from './private-keys-of-text.ts'

export default defineRule({
  meta: {
    id: 'credentials/private-key',
    title: 'Private key in the repository',
    severity: 'high',
    about: 'secret',
    domain: 'credentials',
    practice: 'private keys and SSH keys not shared; password login off, no root login',
    description:
      'A private key proves who somebody is: a server to its visitors, a person to the machines they log in to, a program to what it signs for. In a repository everyone who can read it can be that somebody. Keys that an EC2 key pair or a test once needed tend to stay valid long after.',
    remediation:
      'Make a new key pair and take the old public key out of everything that trusts it (authorized_keys, EC2 key pairs, certificates to revoke). Deleting the file is not enough, since the history keeps it. Keep private keys where they are used, in Secrets Manager, or let AWS keep them (KMS, ACM); for shell access use Session Manager or EC2 Instance Connect.',
    cwe: ['CWE-321', 'CWE-522'],
    references: [
      'https://www.rfc-editor.org/rfc/rfc7468',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html',
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    ],
  },
  on: 'text',
  *check(node, { unit }): Generator<Hit> {
    for (const key of unit.of(privateKeysIn, node.text)) {
      if (isServiceAccountKey(key)) continue
      const kind = KINDS[key.kind] ?? (key.kind === '' ? 'A private key' : `A private key (${key.kind})`)
      yield {
        span: key.span,
        message: key.encrypted ? `${kind}, encrypted: as safe as its passphrase.` : `${kind}.`,
        ...(key.encrypted ? { severity: 'medium' as const } : {}),
        secret: true,
        lighterInSamples: 'by-file',
        secretValue: key.value,
        properties: { keyType: key.kind || 'PKCS #8', encrypted: key.encrypted },
      }
    }
  },
})

const KINDS: Readonly<Record<string, string>> = {
  RSA: 'An RSA private key',
  EC: 'An elliptic-curve private key',
  DSA: 'A DSA private key',
  OPENSSH: 'An SSH private key',
  PGP: 'A PGP private key',
  PuTTY: 'An SSH private key of PuTTY',
  age: 'A secret key of age',
}
