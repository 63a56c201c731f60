import { canonicalType } from '../../aws/resources/canonical.ts'
import type { SettingNode } from '../../core/node.ts'
import type { Edit, RuleContext } from '../../core/rule.ts'
import { isCloudFormation } from '../../extract/arguments.ts'
import { literalEdit, syntaxOf } from '../../extract/edits.ts'

/** Databases that keep the password of their master user in Secrets Manager themselves, and the switch for that. */
const SWITCHES: ReadonlyMap<string, readonly [terraform: string, cloudformation: string]> = new Map([
  ['aws_db_instance', ['manage_master_user_password', 'ManageMasterUserPassword']],
  ['aws_rds_cluster', ['manage_master_user_password', 'ManageMasterUserPassword']],
  ['aws_redshift_cluster', ['manage_master_password', 'ManageMasterPassword']],
])

const MASTER_PASSWORD = /^(?:master_?)?(?:user_?)?password$/i

/** The switch in the place of the literal password; undefined where the database has none, or the password stands elsewhere. */
export function managedPassword({ name, value, anchor, span }: SettingNode, { unit }: RuleContext): Edit[] | undefined {
  const owner = unit.nodes.find((node) => node.kind === 'resource' && node.anchor === anchor)
  const names = owner?.kind === 'resource' ? SWITCHES.get(canonicalType(owner.type)) : undefined
  const syntax = syntaxOf(span.uri)
  const edit = literalEdit(value, 'true')
  if (owner?.kind !== 'resource' || !names || !syntax || !edit || !MASTER_PASSWORD.test(name.value)) return undefined
  const isOwn = name.span.uri === edit.span.uri && name.span.end - name.span.start === name.value.length
  if (!isOwn || edit.span.start < name.span.end) return undefined
  // With its quotes, which a switch has none of.
  const { uri, start, end } = edit.span
  const whole = syntax === 'yaml' ? edit.span : { uri, start: start - 1, end: end + 1 }
  return [
    { span: name.span, text: names[isCloudFormation(owner.type) ? 1 : 0] },
    { span: whole, text: 'true' },
  ]
}
