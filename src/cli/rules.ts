import { SEVERITIES } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import type { RuleMeta } from '../core/rule.ts'
import { rules } from '../rules/index.ts'
import { type Practice, practices, rulesOf } from '../rules/practices.ts'
import { hint } from '../scan/config/nearest.ts'
import type { Console } from './console.ts'
import { columns, type Parsed } from './flags.ts'
import { allRules, RULE_IDS } from './own-rules.ts'
import { choice } from './scan.ts'

/** `keylatch rules`: one a line, by pack. */
export async function rulesCommand(flags: Parsed, console: Console): Promise<number> {
  const metas = (await allRules(flags, console)).map(({ meta }) => meta)
  if (choice(flags, 'format', ['terminal', 'json'] as const) === 'json') {
    console.print(`${JSON.stringify(metas, undefined, 2)}\n`)
    return 0
  }
  const packs = [...new Set(metas.map(({ id }) => id.split('/')[0]!))]
  for (const pack of packs) {
    const rows = metas
      .filter(({ id }) => id.startsWith(`${pack}/`))
      .sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
      .map(({ id, severity, title }) => [id, `${severity.padEnd(8)}  ${title}`] as const)
    console.print(`${pack}\n${columns(rows, Number.POSITIVE_INFINITY)}\n\n`)
  }
  console.print(`${metas.length} rules. More about one: keylatch explain RULE\n`)
  return 0
}

/** `keylatch explain RULE`: what its documentation page says. */
export async function explainCommand(flags: Parsed, console: Console): Promise<number> {
  const id = flags.operands[0]
  if (id === undefined) throw new Problem('keylatch explain needs the id of a rule; `keylatch rules` lists them')
  const practice = practices.find((one) => one.id === id)
  if (practice) {
    console.print(pageOfPractice(practice, console.width))
    return 0
  }
  // What the configuration describes is looked for last: it may stand in another repository.
  const known = RULE_IDS.has(id) ? rules : await allRules(flags, console)
  const rule = known.find(({ meta }) => meta.id === id)
  const ids = [...known.map(({ meta }) => meta.id), ...practices.map((practice) => practice.id)]
  if (!rule) throw new Problem(`unknown rule '${id}'${hint(id, ids) || ';'} \`keylatch rules\` lists them all`)
  console.print(pageOf(rule.meta, console.width))
  return 0
}

function pageOfPractice(practice: Practice, width: number): string {
  const wrap = (text: string) => wrapped(text, Math.min(width, 100))
  const answers = rulesOf(practice, rules).map(({ meta }) => `  ${meta.id}: ${meta.title}`)
  return [
    `${practice.id}: ${practice.title}`,
    `Asked for by: ${practice.from}\n`,
    ...(answers.length > 0 ? [`Rules\n${answers.join('\n')}\n`] : []),
    ...(practice.otherwise ? [`Answered by\n${wrap(practice.otherwise)}\n`] : []),
    `What they cannot see\n${wrap(practice.blind)}\n`,
    ...(practice.account ? [`What the account shows\n${wrap(practice.account)}\n`] : []),
  ].join('\n')
}

function pageOf(meta: RuleMeta, width: number): string {
  const wrap = (text: string) => wrapped(text, Math.min(width, 100))
  return [
    `${meta.id}: ${meta.title}`,
    `Severity: ${meta.severity}    About: ${meta.about}, ${meta.domain}${meta.fixable ? ', fixable' : ''}    ${meta.cwe.join(', ')}\n`,
    `${wrap(meta.description)}\n`,
    `How to fix it\n${wrap(meta.remediation)}\n`,
    `To live with one finding, write on its line or above it\n  keylatch:ignore ${meta.id} -- why\n`,
    `References\n${meta.references.map((reference) => `  ${reference}`).join('\n')}\n`,
  ].join('\n')
}

function wrapped(text: string, width: number): string {
  const lines: string[] = []
  let line = ' '
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length + 1 > width && line.trim()) {
      lines.push(line)
      line = ' '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}
