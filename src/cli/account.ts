import { resolve } from 'node:path'
import { type AccountSnapshot, parseSnapshot, snapshotParts } from '../account/snapshot.ts'
import { CONFIDENCES, type Notification, SEVERITIES } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import { isAccountPlace } from '../core/source.ts'
import { collectAccount, requestsTold } from '../io/aws/account/collect.ts'
import { ownSession } from '../io/aws/own-session.ts'
import { readTextFile, writeTextFile } from '../io/text-file.ts'
import { FORMATS } from '../report/index.ts'
import { reportAccount, withoutSecrets } from '../run/account.ts'
import { parseBaseline, remadeBaseline } from '../scan/baseline.ts'
import type { Console } from './console.ts'
import type { Parsed } from './flags.ts'
import { choice, tell } from './scan.ts'

/** `keylatch account`: ask or read, judge, tell. */
export async function accountCommand(flags: Parsed, console: Console): Promise<number> {
  const format = choice(flags, 'format', FORMATS) ?? 'terminal'
  const failOn = choice(flags, 'fail-on', [...SEVERITIES, 'never'] as const)
  const failOnConfidence = choice(flags, 'fail-on-confidence', CONFIDENCES)
  const regions = regionsOf(flags)
  const { snapshot, told } = flags.value('from') ? fromFile(flags, console) : await fromAws(regions, console)
  const save = flags.value('save')
  if (save !== undefined) writeTextFile(resolve(console.cwd, save), snapshotParts(await withoutSecrets(snapshot)))
  const [config, baseline] = ['config', 'baseline'].map((name) => flags.value(name))
  const report = await reportAccount(
    snapshot,
    {
      root: console.cwd,
      env: console.env,
      today: new Date().toISOString().slice(0, 10),
      now: () => performance.now(),
      policyFrom: config || baseline ? 'disk' : 'repository',
      ...(failOn ? { failOn } : {}),
      ...(failOnConfidence ? { failOnConfidence } : {}),
      ...(config ? { config } : {}),
      ...(baseline ? { baseline } : {}),
      ...(flags.value('write-baseline') ? { withoutBaseline: true as const } : {}),
    },
    told,
  )
  const kept = flags.value('write-baseline')
  if (kept !== undefined) writeBaseline(resolve(console.cwd, kept), report.findings)
  tell(report, format, flags, console)
  return { pass: 0, block: 1, broken: 2 }[report.verdict]
}

function regionsOf(flags: Parsed): readonly string[] | undefined {
  const regions = flags
    .value('regions')
    ?.split(/[\s,]+/)
    .filter((word) => word !== '')
  const odd = regions?.find((region) => !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region))
  if (odd !== undefined) throw new Problem(`--regions: '${odd}' is not a region; write them as in us-east-1,eu-west-1`)
  return regions?.length ? regions : undefined
}

interface Opened {
  readonly snapshot: AccountSnapshot
  readonly told: readonly Notification[]
}

/** A saved account. */
export function readSnapshot(file: string, console: Console): AccountSnapshot {
  const text = readTextFile(resolve(console.cwd, file))
  if (text === undefined) throw new Problem(`${file}: cannot be read; write it with: keylatch account --save ${file}`)
  return parseSnapshot(text, file)
}

function fromFile(flags: Parsed, console: Console): Opened {
  if (flags.value('regions'))
    throw new Problem('--regions and --from do not go together: a saved account has its regions')
  return { snapshot: readSnapshot(flags.value('from')!, console), told: [] }
}

async function fromAws(regions: readonly string[] | undefined, console: Console): Promise<Opened> {
  const own = await ownSession({ env: console.env })
  if ('refusal' in own) throw new Problem(own.refusal)
  const { snapshot, counts } = await collectAccount(own.session, { now: new Date(), ...(regions ? { regions } : {}) })
  return { snapshot, told: [requestsTold(counts)] }
}

/** Entries of the repository stay as they are. */
function writeBaseline(path: string, findings: Parameters<typeof remadeBaseline>[0]): void {
  const text = readTextFile(path)
  const previous = text === undefined ? undefined : parseBaseline({ uri: path, text })
  writeTextFile(path, remadeBaseline(findings, previous, isAccountPlace).text)
}
