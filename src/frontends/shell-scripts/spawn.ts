import type { AnyNode } from '../../core/node.ts'
import type { Holder } from '../../core/policy.ts'
import { locate } from '../../core/text.ts'
import { scriptsOf } from '../../extract/cloud-init.ts'
import { attachmentNode, policyNode } from '../../extract/nodes.ts'
import type { ScriptFiles } from '../../languages/shell/written-files.ts'
import { type Call, jsonOption, type OptionValue, optionOf, shown } from './options.ts'

/**
 * `spawn launch`: starts an instance with user-data, and with a role that gets policies by short names
 * (`--iam-policy s3:FullAccess,logs:WriteOnly`), by ARN or from a file. `eksctl create iamserviceaccount` attaches
 * policies in the same way.
 */
export function launcherNodes(call: Call, files: ScriptFiles): AnyNode[] {
  const holder = holderOf(call)
  const attached = ['--iam-policy', '--iam-managed-policies', '--attach-policy-arn', '--iam-policies'].flatMap(
    (option) => (call.options.get(option)?.values ?? []).flatMap((value) => attachments(value, holder)),
  )
  return [...attached, ...policyFile(call, holder, files), ...userData(call, files)]
}

function holderOf(call: Call): Holder {
  const named = optionOf(call, '--iam-role', '--role-name', '--name')
  const address = shown(named) || call.names.slice(0, 2).join(' ')
  return { kind: 'role', address, span: named?.word.span ?? call.command.words[0]!.span }
}

/** Names and ARNs with commas between them. */
function attachments(value: OptionValue, holder: Holder): AnyNode[] {
  return [...value.text.value.matchAll(/[^,\s]+/g)].map((match) => {
    const span = locate(value.text, match.index, match.index + match[0].length)
    return attachmentNode({ value: match[0], span }, holder, { anchor: holder.address, boundary: false })
  })
}

function policyFile(call: Call, holder: Holder, files: ScriptFiles): AnyNode[] {
  const value = optionOf(call, '--iam-policy-file', '--attach-policy')
  if (!value) return []
  const text = files.read(value.text.value) ?? value.text
  const related = [{ span: value.word.span, message: `used by ${call.names[0] ?? 'launch'}` }]
  const document = jsonOption({ word: value.word, text })
  return policyNode(document, { anchor: holder.address, role: 'identity', holders: [holder], related })
}

function userData(call: Call, files: ScriptFiles): AnyNode[] {
  const value = optionOf(call, '--user-data', '--user-data-file')
  if (!value) return []
  const named = value.text.value.startsWith('@') ? value.text.value.slice(1) : undefined
  const file = named ?? (call.options.has('--user-data-file') ? value.text.value : undefined)
  const text = file === undefined ? value.text : files.read(file)
  if (!text || /^fileb?:\/\//.test(text.value)) return []
  const related = [{ span: value.word.span, message: 'user-data given here' }]
  return scriptsOf(text, { place: 'user-data', anchor: call.names.slice(0, 2).join(' '), related })
}
