import type { Notification } from '../core/finding.ts'
import type { Source } from '../core/source.ts'
import { oneLine } from './config/complaints.ts'
import { readGitSecrets } from './rule-files/git-secrets.ts'
import { readGitleaksRules } from './rule-files/gitleaks.ts'
import { readKingfisherRules } from './rule-files/kingfisher.ts'
import type { RuleFile } from './rule-files/model.ts'

/** Files with rules that are read wherever they are; others are named by `patterns-from`. */
export const RULE_FILES = ['.gitleaks.toml', '.betterleaks.toml'] as const

const LONGEST_FILE = 4 << 20

/**
 * Reads a file with rules of another scanner, as data; by its name and what stands in it that is one of gitleaks or betterleaks
 * (TOML), of Kingfisher (YAML), or a configuration of git with the settings of git-secrets. `read` gives other files of the
 * repository. Throws an Error with the reason for what is none of them.
 */
export function readRuleFile({ uri, text }: Source, read: (path: string) => string | undefined): RuleFile {
  if (text.length > LONGEST_FILE) throw new Error('it is longer than 4 MiB')
  if (/\.toml$/i.test(uri)) return readGitleaksRules(text, /betterleaks/i.test(uri) ? 'betterleaks' : 'gitleaks', read)
  if (/\.ya?ml$/i.test(uri)) return readKingfisherRules(text)
  if (/^\s*\[\s*secrets\s*\]/im.test(text)) return readGitSecrets(text, read)
  throw new Error('it has no rules of gitleaks, betterleaks, Kingfisher or git-secrets')
}

/** The same for what is followed at every scan: a file that cannot be read is told, and stops nothing. */
export function followRuleFile(
  source: Source,
  read: (path: string) => string | undefined,
): RuleFile & { readonly notifications: readonly Notification[] } {
  try {
    const file = readRuleFile(source, read)
    return { ...file, notifications: file.notFollowed.map(({ rule, why }) => notFollowed(source, rule, why)) }
  } catch (error) {
    const why = `it is not followed: ${(error as Error).message}`
    return { patterns: [], allow: [], notFollowed: [], notifications: [notFollowed(source, '', why)] }
  }
}

function notFollowed({ uri }: Source, rule: string, why: string): Notification {
  return {
    level: 'warning',
    id: 'rule-not-followed',
    message: oneLine(`${uri}${rule === '' ? '' : `, rule ${rule}`}: ${why}`),
    location: { uri },
  }
}
