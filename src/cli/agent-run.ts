import { existsSync, readFileSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Finding, Report } from '../core/finding.ts'
import type { OwnSecret } from '../core/own-secret.ts'
import { ownSecrets } from '../io/own-secrets.ts'
import { createLineReader } from '../rules/user-data/gate-line.ts'
import { worthReading } from '../scan/worth.ts'
import { type AgentInput, readAgentInput } from './agent-input.ts'
import type { Agent } from './agents.ts'
import type { Console } from './console.ts'

/** `keylatch hook run AGENT`: answers in the words of the agent. Reads quickly what holds nothing, and loads the rest when something may. */
export async function runAgentHook(agent: Agent, failClosed: boolean, console: Console): Promise<number> {
  let event = agent.hooks[0]!.event
  try {
    const input = readAgentInput(Buffer.from(await console.readInput()).toString('utf8'))
    event = input.event
    const reason = await reasonToStop(input, console)
    answer(reason === undefined ? agent.allows(event, failClosed) : agent.stops(event, reason), console)
  } catch (error) {
    const why = `Keylatch could not look at this: ${error instanceof SyntaxError ? 'the agent gave it no JSON' : 'it failed'}.`
    console.error(`${why}\n`)
    answer(failClosed ? agent.stops(event, why) : agent.allows(event, failClosed), console)
  }
  return 0
}

function answer(said: object | undefined, console: Console): void {
  if (said) console.print(`${JSON.stringify(said)}\n`)
}

interface Text {
  /** As people and the configuration know it. */
  readonly name: string
  readonly text: string
}

const LARGEST_FILE = 10 << 20

async function reasonToStop(input: AgentInput, console: Console): Promise<string | undefined> {
  const cwd = input.cwd && existsSync(input.cwd) ? input.cwd : console.cwd
  const root = rootAbove(cwd)
  const nameOf = (path: string): string => {
    const inside = relative(root, resolve(cwd, path)).split(sep).join('/')
    return inside.startsWith('../') || isAbsolute(inside) ? path : inside
  }
  const texts: Text[] = [
    ...input.texts.map(({ path, text }) => ({ name: path === undefined ? 'what would be sent' : nameOf(path), text })),
    ...input.reads.flatMap((path) => {
      const text = fileAt(resolve(cwd, path))
      return text === undefined ? [] : [{ name: nameOf(path), text }]
    }),
  ]
  const secrets = ownSecrets(console.env)
  const config = CONFIGS.find((path) => existsSync(join(root, path)))
  const hasOwn = RULES.some((path) => existsSync(join(root, path))) || hasPatterns(config && fileAt(join(root, config)))
  const worth = texts.filter((text) => hasOwn || mayHoldSecret(text, secrets))
  const told: string[] = []
  for (const text of worth) {
    const report = await scanned(text, root, config, secrets, console)
    if (report.verdict === 'broken') throw new Error('the scan could not be done')
    if (report.verdict === 'block') told.push(...reasonsIn(report, text.name))
  }
  if (told.length === 0) return undefined
  return `Keylatch stopped this: ${told.join(' ')} Take it out, or read it from the environment when it is needed.`
}

/** As `CONFIG_PATHS` and `RULE_FILES` have them, which would load what reads them. A test holds them against those. */
export const CONFIGS = ['.keylatch.yml', '.keylatch.yaml'] as const
export const RULES = ['.gitleaks.toml', '.betterleaks.toml'] as const

/** The gates do not know what the repository describes itself. */
const hasPatterns = (config: string | undefined): boolean => /^["']?patterns/m.test(config ?? '')

/** The folder that the repository begins in, without starting git. */
function rootAbove(folder: string): string {
  for (let at = folder; ; at = resolve(at, '..')) {
    if (existsSync(join(at, '.git'))) return at
    if (resolve(at, '..') === at) return folder
  }
}

function fileAt(path: string): string | undefined {
  try {
    return statSync(path).isFile() && statSync(path).size <= LARGEST_FILE ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}

/** The gates of all rules of ours that know secrets: where they say no, no rule finds any. */
function mayHoldSecret({ name, text }: Text, secrets: readonly OwnSecret[]): boolean {
  const { asText, byFrontEnds } = worthReading({ uri: name, text }, createLineReader())
  return asText || byFrontEnds || secrets.some(({ value }) => text.includes(value))
}

async function scanned(
  { name, text }: Text,
  root: string,
  config: string | undefined,
  secrets: readonly OwnSecret[],
  console: Console,
): Promise<Report> {
  const { run } = await import('../run.ts')
  return await run({
    root,
    scope: { kind: 'stdin', bytes: Buffer.from(text), name },
    paths: [],
    pathsIgnore: [],
    policyFrom: 'disk',
    ...(config ? { config: join(root, config) } : {}),
    comments: 'head',
    ownSecrets: secrets,
    today: new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
    env: console.env,
  })
}

/** Titles and lines, never a value. */
function reasonsIn(report: Report, name: string): string[] {
  const blocking = report.findings.filter(({ blocking: blocks, secret }) => blocks && secret)
  const title = ({ ruleId }: Finding) => report.rules.find(({ id }) => id === ruleId)?.title ?? ruleId
  return blocking.slice(0, 5).map((finding) => {
    const { startLine } = finding.location.region
    return `${title(finding)} (${finding.ruleId}), line ${startLine} of ${name}.`
  })
}
