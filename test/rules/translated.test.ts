import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Analysis } from '../../src/core/analysis.ts'
import type { AnyNode, ResourceNode } from '../../src/core/node.ts'
import { DEFAULT_THRESHOLDS, type Rule, type RuleContext } from '../../src/core/rule.ts'
import { parseTree } from '../../src/frontends/index.ts'
import { rules } from '../../src/rules/index.ts'
import { check, ruleTable } from '../../src/scan/check.ts'
import { sourcesOf, treeOf } from './fixtures.ts'
import { asCdk, asPlan, asPulumi, type Translate } from './translate.ts'

/**
 * A rule about resources says the same of a resource whatever format it stands in: the fixtures in Terraform and CloudFormation are
 * told again as plans, programs of Pulumi and of the CDK, and asked there.
 */
const HERE = import.meta.dirname
const FORMATS: readonly (readonly [name: string, ending: RegExp, translate: Translate])[] = [
  ['plan', /\.tf$/, asPlan],
  ['Pulumi', /\.tf$/, asPulumi],
  ['CDK', /\.ya?ml$/, asCdk],
]
const about = rules.filter((rule): rule is Rule<'resource'> => rule.on === 'resource' && /^(?:data|network|audit|container)\//.test(rule.meta.id))

type Said = readonly string[]

async function saidOf(rule: Rule, units: readonly (readonly AnyNode[])[]): Promise<{ hits: Said; isUndecided: boolean }> {
  const hits: string[] = []
  const told = new Set<string>()
  for (const nodes of units) {
    const context: RuleContext = {
      trustedAccounts: new Set(),
      thresholds: { ...DEFAULT_THRESHOLDS, requiredTags: new Map([['owner', []]]) },
      unit: new Analysis(nodes),
      notify: ({ undecided }) => void (undecided && told.add(undecided.what)),
    }
    for (const { hit } of await check(nodes, ruleTable([rule]), context)) hits.push(`${hit.severity ?? ''} ${hit.element}`)
  }
  return { hits: hits.sort(), isUndecided: told.size > 0 }
}

const unitsOf = (tree: Parameters<typeof parseTree>[0]) => [...parseTree(tree)].map(({ nodes }) => nodes)

/** Fixtures that say it by resources alone, one of each name. */
function isTold(resources: readonly ResourceNode[]): boolean {
  return resources.length > 0 && resources.every(({ anchor, isPartial, madeOnly }) => !/[[]|^module\./.test(anchor) && !isPartial && !madeOnly)
}

const counts = new Map<string, number>()

describe.each(FORMATS)('%s', (format, ending, translate) => {
  test.each(about.map((rule) => [rule.meta.id, rule] as const))('%s', async (id, rule) => {
    const folder = join(HERE, id)
    for (const name of readdirSync(folder).filter((one) => ending.test(one))) {
      const units = unitsOf(treeOf(sourcesOf(join(folder, name))))
      const resources = units.flat().filter((node): node is ResourceNode => node.kind === 'resource')
      const source = units.length === 1 && isTold(resources) ? translate(resources) : undefined
      if (!source) continue
      const there = unitsOf(treeOf(new Map([[source.uri, source]])))
      const [own, other] = [await saidOf(rule, units), await saidOf(rule, there)]
      // A plan knows what it is given, so what it does not know another resource makes, and is there.
      const isGiven = format === 'plan' && name.startsWith('unknown')
      expect({ name, hits: other.hits }).toEqual({ name, hits: own.hits })
      if (!isGiven) expect({ name, ...other }).toEqual({ name, ...own })
      const kind = `${format} ${name.split(/[-_.]/)[0]}`
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
  })
})

test('most fixtures can be told again', () => {
  for (const [format] of FORMATS)
    for (const kind of ['bad', 'ok', 'unknown']) expect(counts.get(`${format} ${kind}`)).toBeGreaterThan(50)
})
