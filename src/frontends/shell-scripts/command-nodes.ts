import { spanOf } from '../../core/build-text.ts'
import type { Notification } from '../../core/finding.ts'
import type { AnyNode, PolicyNode, ScriptNode } from '../../core/node.ts'
import { limitReached } from '../../core/notice.ts'
import { folderOf, nameOf, pathFrom } from '../../core/paths.ts'
import { concatTexts, literalText, type MappedText, wholeText } from '../../core/text.ts'
import type { Tree } from '../../core/tree.ts'
import { policyNode } from '../../extract/nodes.ts'
import { looksLikePolicy } from '../../extract/policy-document.ts'
import { powershellScript } from '../../languages/powershell/powershell.ts'
import { expandWord, shellScript } from '../../languages/shell/script.ts'
import type { ShellAssignment, ShellScript } from '../../languages/shell/types.ts'
import { unfolded } from '../../languages/shell/unfolded.ts'
import { scriptFiles, type WrittenFile, writtenFiles } from '../../languages/shell/written-files.ts'
import { mayHoldPolicy } from '../policy-files/policy-file.ts'
import { awsCallNodes } from './aws-cli.ts'
import { withoutCmdlet } from './cmdlets.ts'
import { type Call, callOf } from './options.ts'
import { launcherNodes } from './spawn.ts'

/** What is known of a script besides its text. */
interface CommandsOrigin {
  /** Files that scripts wrote which ran before. */
  readonly before?: WrittenFile[]
  readonly environment?: ScriptNode['environment']
  readonly language?: 'shell' | 'powershell'
}

/** Words without which a script holds nothing for `commandNodes`. */
const TELLING = /\baws|-IAM|-S3BucketPolicy|\bspawn\b|\beksctl\b|["']Statement|\\"Statement|AWS_/i

/**
 * What the commands of a shell script do to an account: policies they put, roles they make, instances they start,
 * whether written out, in variables, in here-documents or in files of the tree. The script itself is no node here.
 * `before` are files that scripts wrote which ran before this one; what this one writes is added to them.
 */
export function commandNodes(
  text: MappedText,
  path: string,
  tree: Tree,
  { before = [], environment, language = 'shell' }: CommandsOrigin = {},
): { nodes: AnyNode[]; notifications: readonly Notification[]; reads: readonly string[] } {
  const library = language === 'shell' ? sourcedBy(text, path, tree) : undefined
  const whole = library ? concatTexts([library, text]) : text
  if (!TELLING.test(whole.value)) return { nodes: [], notifications: [], reads: [] }
  const script = language === 'shell' ? shellScript(whole, environment) : powershellScript(text)
  const written = writtenFiles(script)
  before.push(...written)
  const files = scriptFiles(before, folderOf(path), tree)
  const nodes: AnyNode[] = []
  const { commands, whole: isFollowed } = unfolded(script)
  const first = library ? firstOf(script, text) : 0
  for (const command of commands.filter(({ order }) => order >= first)) {
    const aws = callOf(withoutCmdlet(command), AWS, script, files)
    if (aws && !isEmulated(aws)) nodes.push(...awsCallNodes(aws))
    const launcher = aws ? undefined : callOf(command, /^(?:.*\/)?(?:spawn|eksctl)$/, script, files)
    if (launcher) nodes.push(...launcherNodes(launcher, files))
  }
  const joined = withHolders(nodes)
  return {
    nodes: [...joined, ...unusedPolicies(script, written, joined)],
    notifications: isFollowed
      ? script.notifications
      : [...script.notifications, limitReached(text, 0, TOO_MANY_CALLS, 'script-calls')],
    reads: [...files.reads],
  }
}

/** The command line by itself, and in its container. */
const AWS = /^(?:.*\/)?aws(?:-cli(?::[\w.-]+)?)?$/

/** What an emulator on the same machine is told, nobody else hears. */
function isEmulated(call: Call): boolean {
  const given = call.command.words.map((word) => word.text.value)
  return given.some((word) => /^(?:--endpoint-url=)?https?:\/\/(?:localhost|127\.0\.0\.1|localstack)\b/.test(word))
}

/** Files of functions that a script takes in, and those that these take in. */
const MOST_LIBRARIES = 10
const MOST_CHARACTERS = 500_000

/** The text of what `source lib.sh` and `. ./lib.sh` take in, before the script itself. */
function sourcedBy(text: MappedText, path: string, tree: Tree): MappedText | undefined {
  const taken: string[] = []
  const texts: MappedText[] = []
  const visit = (value: string, folder: string): void => {
    for (const [, written = ''] of value.matchAll(/^[ \t]*(?:source|\.)[ \t]+["']?([^\n;&|]*?\.(?:sh|bash))["']?/gm)) {
      const name = written.replace(/^.*(?:\$\{[^{}]*\}|\$\([^\n]*\)|\$\w+)["']?\//, './')
      const found = [pathFrom(folder, name), pathFrom('', name)].find((one) => one !== undefined && tree.has(one))
      const source = found === undefined || taken.includes(found) ? undefined : tree.read(found)
      if (!source || taken.length >= MOST_LIBRARIES || source.text.length > MOST_CHARACTERS) continue
      taken.push(source.uri)
      visit(source.text, folderOf(source.uri))
      texts.push(
        wholeText(source),
        literalText('\n', { uri: source.uri, start: source.text.length, end: source.text.length }),
      )
    }
  }
  visit(text.value, folderOf(path))
  return texts.length > 0 ? concatTexts(texts) : undefined
}

/** Where the script itself begins, behind what it takes in: that is a file of its own, which is read for itself. */
function firstOf({ commands }: ShellScript, text: MappedText): number {
  const { uri } = spanOf(text)
  return commands.find((command) => command.span.uri === uri)?.order ?? Number.POSITIVE_INFINITY
}

const TOO_MANY_CALLS = 'loops and calls of functions make more commands than are followed'

/** A policy that is made here and attached here, by its name, is held by those it is attached to. */
function withHolders(nodes: readonly AnyNode[]): AnyNode[] {
  const attached = nodes.flatMap((node) => (node.kind === 'attachment' && !node.boundary ? [node] : []))
  return nodes.map((node): AnyNode => {
    const itself = node.kind === 'policy' ? node.holders.find((holder) => holder.kind === 'managed-policy') : undefined
    if (node.kind !== 'policy' || !itself?.name) return node
    const holders = attached.filter((one) => one.policyArn.value.endsWith(`/${itself.name}`)).map((one) => one.holder)
    return holders.length > 0 ? { ...node, holders: [...node.holders, ...holders] } : node
  })
}

/** Documents in here-documents and variables that no call of ours takes: nobody is seen to hold them. */
function unusedPolicies(
  script: ShellScript,
  written: readonly { name: string; text: MappedText }[],
  nodes: readonly AnyNode[],
): AnyNode[] {
  const used = new Set(
    nodes.flatMap((node) => (node.kind === 'policy' ? node.document.statements.map(({ span }) => placeOf(span)) : [])),
  )
  const texts = [
    ...written.map(({ name, text }) => ({ anchor: nameOf(name), text })),
    ...script.assignments
      .filter(mayBePolicy)
      .map(({ name, value, order }) => ({ anchor: name, text: expandWord(value, script, order) })),
  ]
  return texts.flatMap(({ anchor, text }): PolicyNode[] => {
    if (!mayHoldPolicy(text.value)) return []
    const document = { kind: 'string', text, span: spanOf(text) } as const
    if (!looksLikePolicy(document)) return []
    const found = policyNode(document, { anchor, role: undefined, holders: [] })
    const fresh = found.filter((node) => !node.document.statements.some(({ span }) => used.has(placeOf(span))))
    for (const node of fresh) for (const { span } of node.document.statements) used.add(placeOf(span))
    return fresh
  })
}

function mayBePolicy({ value }: ShellAssignment): boolean {
  return value.parts.some(
    (part) => part.kind === 'command' || (part.kind === 'text' && /statement/i.test(part.text.value)),
  )
}

const placeOf = (span: { uri: string; start: number }): string => `${span.uri}:${span.start}`
