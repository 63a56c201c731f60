import type { SettingNode } from '../../core/node.ts'
import { defineRule, type Edit } from '../../core/rule.ts'
import { settingHits } from './setting-hits.ts'

export default defineRule({
  meta: {
    id: 'user-data/workflow-secret',
    title: 'Environment of a workflow holds a literal secret',
    severity: 'high',
    about: 'secret',
    domain: 'machines',
    fixable: true,
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'A literal under `env:` or `with:` of a workflow is read by everyone who can read the repository, and is not masked in the logs.',
    remediation: 'Store it as a secret of the repository or the environment and write `${{ secrets.NAME }}`.',
    cwe: ['CWE-798'],
    references: [
      'https://docs.github.com/en/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions',
    ],
  },
  on: 'setting',
  *check(setting) {
    if (setting.place !== 'workflow') return
    const reference = `\${{ secrets.${secretName(setting)} }}`
    for (const hit of settingHits(setting, {
      where: 'Workflow variable',
      weight: 'high',
      remediation: () =>
        `Store it as a secret and write \`${setting.name.value}: ${reference}\`. Rotate the value that stood here.`,
    })) {
      const whole = setting.value.kind === 'string' && hit.secretValue === setting.value.text.value
      const fix: Edit[] = [{ span: hit.span, text: reference }]
      yield whole && hit.span.end - hit.span.start === hit.secretValue?.length ? { ...hit, fix } : hit
    }
  },
})

function secretName({ name }: SettingNode): string {
  return name.value
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .toUpperCase()
}
