import { defineRule } from '../../core/rule.ts'
import { settingHits } from './setting-hits.ts'

export default defineRule({
  meta: {
    id: 'user-data/parameter-secret',
    title: 'SSM parameter of type String holds a secret',
    severity: 'high',
    about: 'secret',
    domain: 'machines',
    practice: 'Secrets Manager or SSM SecureString instead',
    description:
      'A String parameter is not encrypted: everyone who may call ssm:GetParameter reads it, without a KMS permission. Its literal value stands in the repository besides.',
    remediation: 'Use the type SecureString, and set the value outside of the repository.',
    cwe: ['CWE-798', 'CWE-312'],
    references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html'],
  },
  on: 'setting',
  *check(setting) {
    if (setting.place !== 'ssm-parameter') return
    yield* settingHits(setting, {
      where: 'SSM parameter',
      weight: 'high',
      remediation: () =>
        'Use the type SecureString, set its value outside of the repository (`lifecycle { ignore_changes = [value] }` in Terraform), and rotate the value that stood here.',
    })
  },
})
