import { canonicalType } from '../aws/resources/canonical.ts'
import { atLeast, type Severity } from '../core/finding.ts'
import type { AnyNode, MadeOnly, NodeKind, TextNode } from '../core/node.ts'
import type { Hit, Rule, RuleContext, RuleFamily } from '../core/rule.ts'
import type { Source } from '../core/source.ts'
import { wholeText } from '../core/text.ts'
import type { Stopwatch } from '../core/timings.ts'
import { isPage, isTestOfProgram } from './sample-files.ts'

/** A hit together with the rule that made it and the node it was made on. */
export interface RuleHit {
  readonly rule: Rule
  readonly node: AnyNode
  readonly hit: Hit
}

/** What is asked of a node: one rule, or the rules of a family together. */
interface Question {
  readonly rules: readonly Rule[]
  readonly family: RuleFamily | undefined
}

/** Rules by the nodes they ask for; made once a run. */
export interface RuleTable {
  questionsFor(node: AnyNode): readonly Question[]
  /** Does any rule ask for nodes of this kind? */
  asksFor(kind: NodeKind): boolean
}

export function ruleTable(rules: readonly Rule[]): RuleTable {
  const byKind = new Map<NodeKind, Question[]>()
  const byType = new Map<string, Question[]>()
  for (const rule of rules) {
    if (rule.types) for (const type of rule.types) add(byType, type, rule)
    else add(byKind, rule.on, rule)
  }
  return {
    questionsFor(node) {
      const general = byKind.get(node.kind) ?? []
      const special = node.kind === 'resource' ? byType.get(canonicalType(node.type)) : undefined
      return special ? [...general, ...special] : general
    },
    asksFor: (kind) => byKind.has(kind),
  }
}

/** Rules of a family that follow on each other are one question. */
function add<K>(table: Map<K, Question[]>, key: K, rule: Rule): void {
  const list = table.get(key) ?? []
  const last = list.at(-1)
  if (last?.family && last.family === rule.family) list[list.length - 1] = { ...last, rules: [...last.rules, rule] }
  else list.push({ rules: [rule], family: rule.family })
  table.set(key, list)
}

/** The node that credential rules look at: a whole source. */
export function textNode(source: Source): TextNode {
  const text = wholeText(source)
  return {
    kind: 'text',
    uri: source.uri,
    text,
    anchor: '',
    span: { uri: source.uri, start: 0, end: source.text.length },
  }
}

/** Runs every rule over the nodes it asks for. A rule that throws is a defect of ours, named with its rule and place. */
export async function check(
  nodes: readonly AnyNode[],
  table: RuleTable,
  context: RuleContext,
  stopwatch?: Stopwatch,
): Promise<RuleHit[]> {
  const hits: RuleHit[] = []
  for (const node of nodes) {
    for (const { rules, family } of table.questionsFor(node)) {
      const rule = rules[0]!
      const began = stopwatch?.now() ?? 0
      try {
        if (family) for (const hit of familyHits(node, rules, family, context)) hits.push(hit)
        else {
          const found = rule.check(node as never, context)
          if (Symbol.asyncIterator in found) for await (const hit of found) hits.push(weighed({ rule, node, hit }))
          else for (const hit of found) hits.push(weighed({ rule, node, hit }))
        }
      } catch (error) {
        throw new Error(`rule ${rule.meta.id} failed on ${node.anchor || node.span.uri}`, { cause: error })
      }
      stopwatch?.add('rules', rule.meta.id, began)
    }
  }
  return hits
}

function familyHits(node: AnyNode, rules: readonly Rule[], family: RuleFamily, context: RuleContext): RuleHit[] {
  const found = family.check(node as never, context)
  if (found.size === 0) return []
  return rules.flatMap((rule) => [...(found.get(rule.meta.id) ?? [])].map((hit) => weighed({ rule, node, hit })))
}

/** What is not made as things stand blocks nobody. It is another finding than that of what is made: switching on is news. */
function switchedOff(hit: Hit, severity: Severity, { words, never }: MadeOnly): Hit {
  const most = never ? 'note' : 'medium'
  return {
    ...hit,
    severity: atLeast(severity, most) ? most : severity,
    message: `${hit.message.replace(/\.$/, '')}; only where ${words}.`,
    element: `${hit.element ?? ''} (off)`,
  }
}

/** An example of a module is there to be read and copied, and a test is taken down again. */
function inExample(hit: Hit, severity: Severity, module: string): Hit {
  if (!atLeast(severity, 'high')) return hit
  const message = `${hit.message} It stands in an example or a test of the module in \`${module || '.'}\`, so it weighs less.`
  return { ...hit, severity: 'medium', message }
}

/**
 * What a page of documentation grants or makes is an example: nobody has it until it is copied; and what a test of a program
 * grants it takes back, if it does not speak to a stand-in. A secret there is out all the same.
 */
function weighed(found: RuleHit): RuleHit {
  const { rule, node, hit } = found
  const severity = hit.severity ?? rule.meta.severity
  if (node.madeOnly && !hit.secret && (rule.meta.domain === 'iam' || rule.meta.about === 'hygiene'))
    return { ...found, hit: switchedOff(hit, severity, node.madeOnly) }
  if (hit.secret) return found
  if (node.exampleOf !== undefined && rule.meta.domain === 'iam')
    return { ...found, hit: inExample(hit, severity, node.exampleOf) }
  const { uri } = hit.span
  const isHabit = rule.meta.about === 'hygiene'
  if (isHabit ? !isPage(uri) : rule.meta.domain !== 'iam' || !(isPage(uri) || isTestOfProgram(uri))) return found
  const most = isHabit ? 'note' : 'medium'
  return { ...found, hit: { ...hit, severity: atLeast(severity, most) ? most : severity } }
}
