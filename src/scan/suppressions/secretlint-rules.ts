/**
 * The rules (prefixes that end in `*`) that stand for a rule or preset of secretlint, given by its package's name:
 * `@secretlint/secretlint-rule-github`. Empty for names that are none.
 */
export function rulesOfSecretlint(name: string): string[] {
  const rule = /^@secretlint\/secretlint-rule-([\w-]+)$/.exec(name)?.[1]
  if (rule === undefined) return []
  if (rule.startsWith('preset-')) return ['credentials/*']
  return [rule === 'privatekey' ? 'credentials/private-key*' : `credentials/${rule}*`]
}
