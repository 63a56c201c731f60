import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ACTION_COUNT, actionName } from '../../src/aws/actions/catalogue.ts'
import { comparePermissions } from '../../src/compare/comparison.ts'
import { Analysis, Session } from '../../src/core/analysis.ts'
import { parseSource } from '../../src/frontends/index.ts'
import { rules } from '../../src/rules/index.ts'
import { check, ruleTable } from '../../src/scan/check.ts'
import { type Figure, median } from './figure.ts'
import { type Random, randomOf } from './texts.ts'

const POLICIES = 1000
const STATEMENTS = 10
const RUNS = 5

/** The policy engine: many policies, a comparison with next to everything, the catalogue of actions. */
export async function measureIam(temp: string): Promise<Figure[]> {
  return [await manyPolicies(), await comparison(), await catalogueLoad(temp)]
}

/** Documents that were never seen before, from their text to their hits. */
async function manyPolicies(): Promise<Figure> {
  const table = ruleTable(rules)
  const seconds: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const random = randomOf(run)
    const texts = Array.from({ length: POLICIES }, () => JSON.stringify(policy(random), undefined, 2))
    const started = performance.now()
    const session = new Session()
    for (const [index, text] of texts.entries()) {
      const { nodes } = parseSource({ uri: `policies/${index}.json`, text })
      await check(nodes, table, { trustedAccounts: new Set(), unit: new Analysis(nodes, session), notify: () => {} })
    }
    seconds.push((performance.now() - started) / 1000)
  }
  const what = `${POLICIES.toLocaleString('en')} policies of ${STATEMENTS} statements`
  return { what, unit: 's', atMost: 2, measured: median(seconds), note: 'read and judged by every rule' }
}

/** What `*` newly permits where all but a few actions were granted before. */
async function comparison(): Promise<Figure> {
  const what = 'comparing NotAction with *'
  const seconds: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const narrow = unitOf({ Effect: 'Allow', NotAction: [`iam:Create${run}*`, 's3:Delete*'], Resource: '*' })
    const wide = unitOf({ Effect: 'Allow', Action: '*', Resource: '*' })
    const started = performance.now()
    comparePermissions([narrow], [wide])
    seconds.push((performance.now() - started) / 1000)
  }
  return { what, unit: 's', atMost: 0.3, measured: median(seconds) }
}

function unitOf(statement: object): Analysis {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  return new Analysis(parseSource({ uri: 'policy.json', text }).nodes)
}

/** Of a bundle of the catalogue alone, in a fresh process each time. */
async function catalogueLoad(temp: string): Promise<Figure> {
  const file = join(temp, 'catalogue.mjs')
  const entryPoints = [join(import.meta.dirname ?? 'scripts/bench', '../../src/aws/actions/catalogue.ts')]
  await build({ entryPoints, outfile: file, bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' })
  const program = `const started = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - started)`
  const milliseconds: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    milliseconds.push(Number(stdout))
  }
  return { what: 'loading the catalogue of actions', unit: 'ms', atMost: 20, measured: median(milliseconds) }
}

/** A policy as people write them: some actions by name, some by prefix, some resources by name, some conditions. */
function policy(random: Random) {
  const action = () => {
    const name = actionName(Math.floor(random() * ACTION_COUNT))
    return random() < 0.2 ? name.replace(/(:[A-Z][a-z]+).*/, '$1*') : name
  }
  const statement = (index: number) => ({
    Sid: `S${index}`,
    Effect: random() < 0.1 ? 'Deny' : 'Allow',
    Action: Array.from({ length: 1 + Math.floor(random() * 8) }, action),
    Resource: random() < 0.4 ? '*' : [`arn:aws:s3:::bucket-${index}/*`, `arn:aws:sqs:*:111122223333:queue-${index}`],
    ...(random() < 0.2 ? { Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${index}` } } } : {}),
  })
  return { Version: '2012-10-17', Statement: Array.from({ length: STATEMENTS }, (_, index) => statement(index)) }
}
