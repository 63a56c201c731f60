import { numberOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/kms-deletion-window',
    title: 'Key of KMS is gone within days',
    severity: 'note',
    practice: 'KMS key policy scoped, key rotation',
    description: 'With a key goes everything it encrypted. The days of waiting are the time in which somebody notices.',
    remediation: 'Leave `deletion_window_in_days` at 30, or 14 at least.',
    cwe: ['CWE-693'],
    references: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html'],
  },
  [
    {
      types: 'aws_kms_key aws_kms_replica_key aws_kms_external_key',
      at: ['deletion_window_in_days', 'pending_window_in_days'],
      is: (value) => (numberOf(value) === undefined ? undefined : numberOf(value)! >= 14),
      says: 'can be gone within less than two weeks',
    },
    { types: 'aws_kms_key', at: ['is_enabled', 'enabled'], is: 'on', absent: 'right', says: 'is turned off' },
    {
      types: 'aws_secretsmanager_secret',
      at: ['recovery_window_in_days', undefined],
      is: (value) => (numberOf(value) === undefined ? undefined : numberOf(value)! > 0),
      says: 'can be deleted without a way back',
    },
  ],
)
