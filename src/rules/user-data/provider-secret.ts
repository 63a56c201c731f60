import { defineRule } from '../../core/rule.ts'
import { formatAdvice } from './format-advice.ts'
import { managedPassword } from './managed-password.ts'
import { settingHits } from './setting-hits.ts'

export default defineRule({
  meta: {
    id: 'user-data/provider-secret',
    title: 'Provider, backend or resource argument is a literal secret',
    severity: 'high',
    about: 'secret',
    domain: 'machines',
    fixable: true,
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'A secret in a provider block, a backend or a password argument is read by everyone who can read the repository, and ends up in the state file in plain text.',
    remediation:
      'Give providers their credentials through the environment or a role; let databases manage their own password (`manage_master_user_password = true`), or read it from Secrets Manager.',
    cwe: ['CWE-798'],
    references: [
      'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    ],
  },
  on: 'setting',
  *check(setting, context) {
    if (setting.place !== 'provider' && setting.place !== 'variable-default' && setting.place !== 'metadata') return
    const hits = settingHits(setting, {
      where: setting.place === 'variable-default' ? 'Default of variable' : 'Argument',
      weight: 'high',
      remediation: ({ name }) =>
        `${formatAdvice(setting, context) ?? `Take \`${name.value}\` from the environment or from AWS Secrets Manager.`} Rotate the value that stood here.`,
    })
    for (const hit of hits) {
      const fix = managedPassword(setting, context)
      yield fix ? { ...hit, fix } : hit
    }
  },
})
