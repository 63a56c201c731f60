import type { AccountSnapshot } from '../account/snapshot.ts'
import { canonicalType } from '../aws/resources/canonical.ts'
import type { Report } from '../core/finding.ts'
import type { NodeKind } from '../core/node.ts'
import { Problem } from '../core/problem.ts'
import { affectedPaths, parseTree } from '../frontends/index.ts'
import { renderScorecard, type Sight, scorecard, scorecardJson, scorecardMarkdown } from '../report/practices.ts'
import { rules } from '../rules/index.ts'
import { accountSight, reportAccount } from '../run/account.ts'
import { openScanTarget } from '../run/scan-target.ts'
import type { Settings } from '../run/settings.ts'
import { run } from '../run.ts'
import { readSnapshot } from './account.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'
import { choice, settingsOf } from './scan.ts'

const RENDERERS = { terminal: renderScorecard, markdown: scorecardMarkdown, json: scorecardJson }

/** `keylatch practices [PATH]`: how a folder stands to each practice; exit code 0 whatever it says. */
export async function practicesCommand(flags: Parsed, console: Console): Promise<number> {
  const format = choice(flags, 'format', ['terminal', 'markdown', 'json'] as const) ?? 'terminal'
  const settings: Settings = { ...(await settingsOf(flags, console)), failOn: 'never' }
  const report = await judged(settings)
  // Of a branch only what it touches is read, so how the tree stands is asked besides.
  const whole = await wholeOf(settings)
  const onTheWay = whole ? report.findings.filter(({ atHead }) => !atHead) : []
  const all = whole ? { ...whole, findings: [...whole.findings, ...onTheWay] } : report
  const repository = scorecard(all, rules, await sightOf(settings), whole && report)
  const file = flags.value('account')
  const account = file === undefined ? undefined : await accountScores(readSnapshot(file, console), settings)
  console.print(RENDERERS[format]({ repository, ...(account ? { account } : {}) }))
  return 0
}

/** The report on all that stands at the head of a range; undefined where there is no range. */
async function wholeOf(settings: Settings): Promise<Report | undefined> {
  const { scope } = settings
  if (scope.kind !== 'range') return undefined
  const judgedBy = scope.base === undefined ? {} : { judgedBy: scope.base }
  return await judged({ ...settings, scope: { kind: 'commit', revision: scope.head, ...judgedBy } })
}

/** @throws Problem when there is no report that says anything */
async function judged(settings: Settings): Promise<Report> {
  const report = await run(settings)
  if (report.verdict === 'broken') throw new Problem(report.reason)
  return report
}

/** Of a saved account: what stands against each practice there. */
async function accountScores(snapshot: AccountSnapshot, settings: Settings) {
  const report = await reportAccount(snapshot, settings)
  return scorecard(report, rules, accountSight(snapshot))
}

async function sightOf(settings: Settings): Promise<Sight> {
  const { snapshot, head } = await openScanTarget(settings)
  const listed = (await snapshot.entries()).map((entry) => entry.path)
  const kinds = new Set<NodeKind>(listed.length > 0 ? ['text'] : [])
  const types = new Set<string>()
  for (const { nodes } of parseTree(head, affectedPaths(head, listed))) {
    for (const node of nodes) {
      kinds.add(node.kind)
      if (node.kind === 'resource') types.add(canonicalType(node.type))
    }
  }
  return { kinds, types }
}
