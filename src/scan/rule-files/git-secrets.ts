import { type Pattern, type PatternAllow, regexFault } from '../../rules/patterns/pattern.ts'
import type { NotFollowed, RuleFile } from './model.ts'

/**
 * The settings of git-secrets in a file of git's configuration: `secrets.patterns`, `secrets.allowed`, and of
 * `secrets.providers` those that only show a file. Nothing is run.
 * https://github.com/awslabs/git-secrets#options-for---add
 */
export function readGitSecrets(text: string, read: (path: string) => string | undefined): RuleFile {
  const notFollowed: NotFollowed[] = []
  const say = (why: string, rule = '') => void notFollowed.push({ rule, why })
  const settings = settingsOf(text)
  const of = (name: string) => settings.filter(([key]) => key === name).map(([, value]) => value)
  const written = [...of('patterns'), ...of('providers').flatMap((command) => provided(command, read, say))]
  const allow = of('allowed').flatMap((one): PatternAllow[] => {
    const fault = regexFault(one)
    if (fault) say(`secrets.allowed: ${fault}`)
    return fault ? [] : [{ line: one }]
  })
  const patterns = written.flatMap((regex, index): Pattern[] => {
    const id = `git-secrets/pattern-${index + 1}`
    const fault = regexFault(regex)
    if (fault) {
      say(fault, id)
      return []
    }
    const title = `What pattern ${index + 1} of git-secrets prohibits`
    return [{ id, title, severity: 'high', regex, keywords: [], secret: 0, paths: [], allow }]
  })
  return { patterns, allow, notFollowed }
}

/** `cat FILE` is a file of patterns; `git secrets --aws-provider` the keys of this machine, which `--own-credentials` knows. */
function provided(command: string, read: (path: string) => string | undefined, say: (why: string) => void): string[] {
  if (/^git secrets --aws-provider\b/.test(command)) {
    say('the provider of AWS keys: `--own-credentials` knows those')
    return []
  }
  const path = /^cat\s+(?:"([^"]+)"|'([^']+)'|(\S+))$/.exec(command)?.slice(1).find(Boolean)
  const text = path === undefined ? undefined : read(path.replace(/^\.\//, ''))
  if (text === undefined) {
    say(`the provider \`${command.slice(0, 60)}\`: nothing is run, and it shows no file of the repository`)
    return []
  }
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
}

/** Names and values of the section `secrets`. https://git-scm.com/docs/git-config#_syntax */
function settingsOf(text: string): [name: string, value: string][] {
  const settings: [string, string][] = []
  let inSecrets = false
  for (const line of text.replace(/\\\r?\n/g, '').split(/\r?\n/)) {
    const section = /^\s*\[\s*([^\]\s"]+)[^\]]*\]\s*(.*)$/.exec(line)
    if (section) inSecrets = section[1]!.toLowerCase() === 'secrets'
    const [, name, value] = /^\s*([A-Za-z][\w-]*)\s*=\s*(.*)$/.exec(section ? section[2]! : line) ?? []
    if (inSecrets && name !== undefined) settings.push([name.toLowerCase(), unquotedValue(value!)])
  }
  return settings
}

/** Quotes and escapes taken away, and a comment behind it. */
function unquotedValue(written: string): string {
  let value = ''
  let quoted = false
  for (let at = 0; at < written.length; at++) {
    const sign = written[at]!
    if (sign === '"') quoted = !quoted
    else if (sign === '\\') value += ESCAPES[written[++at] ?? ''] ?? written[at] ?? ''
    else if (!quoted && (sign === '#' || sign === ';')) break
    else value += sign
  }
  return value.trim()
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b' }
