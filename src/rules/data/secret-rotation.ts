import { numberOf, valueAt } from '../../extract/arguments.ts'
import { someBeside } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/secret-rotation',
    title: 'Secret is never rotated',
    severity: 'note',
    practice: 'rotate keys every 90 days',
    description: 'A secret that got out stays good until somebody changes it.',
    remediation:
      'Add an `aws_secretsmanager_secret_rotation` (a rotation schedule), or let the service manage its own secret.',
    cwe: ['CWE-324'],
    references: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html',
    ],
  },
  [
    {
      types: 'aws_secretsmanager_secret',
      at: 'rotation_rules',
      is: 'elsewhere',
      unless: (secret, { unit }) =>
        valueAt(secret, 'rotation_rules') !== undefined ||
        someBeside(
          unit,
          secret,
          ['aws_secretsmanager_secret_rotation', 'aws_secretsmanager_rotation_schedule'],
          'secret_id',
        ),
      says: 'is never rotated',
    },
    {
      types: 'aws_secretsmanager_secret_rotation',
      at: ['rotation_rules.automatically_after_days', 'rotation_rules.automatically_after_days'],
      is: (value) => (numberOf(value) === undefined ? undefined : numberOf(value)! <= 90),
      says: 'is rotated less often than every 90 days',
    },
  ],
)
