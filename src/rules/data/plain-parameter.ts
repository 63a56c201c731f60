import { valueAt, wordOf } from '../../extract/arguments.ts'
import { namesSecret } from '../../secrets/names.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/plain-parameter',
    title: 'Parameter that holds a secret is not encrypted',
    severity: 'low',
    practice: 'Secrets Manager or SSM SecureString instead',
    description:
      'A parameter of type String is readable for whoever may read parameters, and shows in consoles and logs.',
    remediation: 'Make it a SecureString, or a secret of Secrets Manager.',
    cwe: ['CWE-312'],
    references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html'],
  },
  [
    {
      types: 'aws_ssm_parameter',
      at: 'type',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'SecureString'),
      where: (parameter) => namesSecret(wordOf(valueAt(parameter, 'name'))?.split('/').at(-1) ?? ''),
      says: 'holds a secret and is not encrypted',
    },
  ],
)
