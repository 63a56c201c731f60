import type { ResourceNode } from '../../core/node.ts'
import { valueAt, wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/kms-rotation',
    title: 'Key of KMS is never rotated',
    severity: 'low',
    practice: 'KMS key policy scoped, key rotation',
    description:
      'The longer one key is used, the more is lost with it. Rotation makes new key material every year, keeps the old for what it encrypted, and needs nobody to do anything.',
    remediation: 'Set `enable_key_rotation = true`.',
    cwe: ['CWE-320'],
    references: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html',
    ],
  },
  [
    {
      types: 'aws_kms_key',
      at: 'enable_key_rotation',
      is: 'on',
      fix: true,
      where: canRotate,
      says: 'is never rotated',
    },
  ],
)

/** Only symmetric keys with material of AWS are rotated by it. */
function canRotate(key: ResourceNode): boolean {
  const spec = valueAt(key, ['customer_master_key_spec', 'key_spec']) ?? valueAt(key, 'key_spec')
  if (valueAt(key, 'custom_key_store_id') !== undefined) return false
  const usage = wordOf(valueAt(key, 'key_usage'))
  if (spec !== undefined && wordOf(spec) !== 'SYMMETRIC_DEFAULT') return false
  return (usage === undefined || usage === 'ENCRYPT_DECRYPT') && wordOf(valueAt(key, 'origin')) !== 'EXTERNAL'
}
