import { join } from 'node:path'
import type { Rule } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import { openRepository } from '../io/git/repository.ts'
import { readTextFile } from '../io/text-file.ts'
import { rules } from '../rules/index.ts'
import { readConfigWithFiles, readOwnPatterns, rulesOfPatterns } from '../run/own-patterns.ts'
import { CONFIG_PATHS } from '../scan/config.ts'
import type { Console } from './console.ts'

export const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id))

/** Our rules, and those that the repository around the current folder describes itself. */
export async function allRules(console: Console): Promise<Rule[]> {
  const root = (await openRepository(console.cwd, console.env))?.workTree ?? console.cwd
  const read = (path: string): Source | undefined => {
    const text = readTextFile(join(root, path))
    return text === undefined ? undefined : { uri: path, text }
  }
  const source = CONFIG_PATHS.map(read).find((found) => found)
  const config = source && readConfigWithFiles(source, RULE_IDS, read)
  return [...rules, ...rulesOfPatterns(readOwnPatterns(config, read).patterns)]
}
