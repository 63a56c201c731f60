import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser'
import type { Notification } from '../../core/finding.ts'
import { lineStarts, regionOf, type Source } from '../../core/source.ts'
import { compilePattern, type Pattern } from '../../languages/patterns/pattern.ts'
import { namesRule } from '../config/rule-ids.ts'
import { rulesOfSecretlint } from '../suppressions/secretlint-rules.ts'
import { notFollowed } from './lines.ts'
import type { Leaves } from './model.ts'

/**
 * `.secretlintrc.json`: of each rule, also inside a preset, `options.allows` (texts, and `/patterns/`) and `disabled`.
 * Only ever read as data: the formats that run code (`.js`, `.cjs`) are not looked at. AWS keys are what this tool is
 * for, so switching secretlint's AWS rule or its whole preset off is not followed, and said so; `.keylatch.yml` can.
 * https://github.com/secretlint/secretlint/blob/master/docs/configuration.md
 */
export function readSecretlintrc(source: Source, told: Notification[]): Leaves[] {
  const starts = lineStarts(source.text)
  const say = (node: Node | undefined, why: string) => {
    const { startLine } = regionOf(starts, node?.offset ?? 0, node?.offset ?? 0)
    told.push(notFollowed(source, startLine, why))
    return []
  }
  const reading: Reading = { source, say, lineOf: (node) => regionOf(starts, node.offset, node.offset).startLine }
  const root = jsonOf(source)
  if (root?.type !== 'object') return say(root, 'not a JSON object')
  return ruleNodes(root).flatMap((node) => leavesOfRule(node, reading))
}

interface Reading {
  readonly source: Source
  say(node: Node | undefined, why: string): never[]
  lineOf(node: Node): number
}

function jsonOf({ text }: Source): Node | undefined {
  try {
    return text.length > 1 << 20 ? undefined : parseTree(text.replace(/^\uFEFF/, ' '))
  } catch {
    return undefined // nested so deep that the stack overflows
  }
}

/** The rules of a configuration, and those of the presets among them. */
function ruleNodes(root: Node): Node[] {
  const rules = childrenAt(root, 'rules')
  return [...rules, ...rules.flatMap((rule) => childrenAt(rule, 'rules'))]
}

function childrenAt(node: Node, key: string): Node[] {
  const found = node.type === 'object' ? findNodeAtLocation(node, [key]) : undefined
  return found?.type === 'array' ? (found.children ?? []) : []
}

function leavesOfRule(node: Node, reading: Reading): Leaves[] {
  if (node.type !== 'object') return []
  const id = findNodeAtLocation(node, ['id'])
  const rules = id ? rulesOfSecretlint(String(getNodeValue(id))) : []
  if (rules.length === 0) return []
  const options = findNodeAtLocation(node, ['options'])
  return [
    ...leavesOfDisabled(findNodeAtLocation(node, ['disabled']), rules, reading),
    ...(options ? childrenAt(options, 'allows') : []).flatMap((allow) => leavesOfAllow(allow, rules, reading)),
  ]
}

const NEVER_OFF = ['credentials/*', 'credentials/aws*']

function leavesOfDisabled(disabled: Node | undefined, rules: readonly string[], reading: Reading): Leaves[] {
  if (!disabled || getNodeValue(disabled) !== true) return []
  if (rules.some((rule) => NEVER_OFF.includes(rule))) {
    return reading.say(disabled, '"disabled" is not followed for AWS keys; turn rules off in .keylatch.yml')
  }
  return [leaving(rules, () => true, reading.lineOf(disabled), reading)]
}

function leavesOfAllow(allow: Node, rules: readonly string[], reading: Reading): Leaves[] {
  const written: unknown = getNodeValue(allow)
  if (typeof written !== 'string' || written === '')
    return reading.say(allow, '"allows" holds something that is no text')
  try {
    return [leaving(rules, patternOf(written), reading.lineOf(allow), reading)]
  } catch (error) {
    return reading.say(allow, `the pattern is not followed: ${(error as Error).message}`)
  }
}

/** `/pattern/flags` is a pattern; anything else stands for itself. */
function patternOf(written: string): Pattern {
  const found = /^\/(.+)\/([a-z]*)$/s.exec(written)
  return found ? compilePattern(found[1]!, found[2]!.includes('i')) : (text) => text.includes(written)
}

function leaving(rules: readonly string[], found: Pattern, line: number, { source }: Reading): Leaves {
  const suppression = { kind: 'external', mechanism: source.uri, justification: `${source.uri}, line ${line}` } as const
  return ({ finding, lineText, secretValue }, budget) => {
    if (!rules.some((rule) => namesRule(rule, finding.ruleId))) return undefined
    return found(secretValue ?? lineText.slice(0, 4000), budget) ? suppression : undefined
  }
}
