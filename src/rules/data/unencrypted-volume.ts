import type { ResourceNode } from '../../core/node.ts'
import type { RuleContext } from '../../core/rule.ts'
import { switchOf, valueAt, valuesAt } from '../../extract/arguments.ts'
import { ofType } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/unencrypted-volume',
    title: 'Disk or file system is not encrypted',
    severity: 'low',
    practice: 'EBS encrypted',
    description:
      'Whoever gets at a snapshot of the volume, or a copy of it, reads what is on it. Encryption costs nothing and needs no change to what uses it.',
    remediation:
      'Set `encrypted = true`; with `aws_ebs_encryption_by_default` for the whole account. A disk that exists is replaced by that: keep a snapshot of what is on it.',
    cwe: ['CWE-311'],
    references: [
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html',
    ],
  },
  [
    {
      types: 'aws_ebs_volume aws_ebs_snapshot_copy aws_ami_copy',
      at: 'encrypted',
      is: 'on',
      fix: true,
      unless: isEncryptedByDefault,
      says: 'is not encrypted',
    },
    {
      types: 'aws_instance aws_launch_configuration',
      at: ['root_block_device.encrypted', undefined],
      is: 'on',
      fix: true,
      unless: isEncryptedByDefault,
      where: hasOwnImage,
      says: 'has a root disk that is not encrypted',
    },
    {
      types: 'aws_instance aws_launch_configuration',
      at: ['ebs_block_device[].encrypted', 'block_device_mappings[].ebs[].encrypted'],
      is: 'on',
      unless: isEncryptedByDefault,
      where: hasNoSnapshot,
      says: 'has a disk that is not encrypted',
    },
    {
      types: 'aws_launch_template',
      at: ['block_device_mappings[].ebs[].encrypted', 'launch_template_data.block_device_mappings[].ebs[].encrypted'],
      is: 'on',
      unless: isEncryptedByDefault,
      says: 'starts machines with a disk that is not encrypted',
    },
    {
      types: 'aws_ami',
      at: 'ebs_block_device[].encrypted',
      is: 'on',
      fix: true,
      where: (image) => valuesAt(image, 'ebs_block_device[].snapshot_id').every(({ value }) => value === undefined),
      says: 'has a disk that is not encrypted',
    },
    {
      types: 'aws_ebs_encryption_by_default',
      at: 'enabled',
      is: 'on',
      absent: 'right',
      says: 'turns the encryption of new disks off',
    },
    { types: 'aws_ebs_snapshot', at: 'encrypted', is: 'on', absent: 'right', says: 'is not encrypted' },
    { types: 'aws_efs_file_system', at: 'encrypted', is: 'on', fix: true, says: 'is not encrypted' },
    {
      types: 'aws_fsx_openzfs_file_system aws_fsx_windows_file_system',
      at: 'kms_key_id',
      is: 'set',
      severity: 'note',
      says: 'has no key of its own',
    },
    {
      types: 'aws_workspaces_workspace',
      at: 'root_volume_encryption_enabled',
      is: 'on',
      says: 'has a root disk that is not encrypted',
    },
    {
      types: 'aws_workspaces_workspace',
      at: 'user_volume_encryption_enabled',
      is: 'on',
      says: 'has a disk of its user that is not encrypted',
    },
    {
      types: 'aws_ecs_task_definition',
      at: [
        'volume[].efs_volume_configuration[].transit_encryption',
        'volumes[].efs_volume_configuration[].transit_encryption',
      ],
      is: 'on',
      says: 'mounts a file system without encryption on the way',
    },
  ],
)

function isEncryptedByDefault(_: ResourceNode, { unit }: RuleContext): boolean {
  return ofType(unit, 'aws_ebs_encryption_by_default').some(
    (account) =>
      switchOf(valueAt(account, 'enabled') ?? { kind: 'boolean', value: true, span: account.span }) !== false,
  )
}

/** Disks of a launch template are the template's to encrypt. */
function hasOwnImage(machine: ResourceNode): boolean {
  return valueAt(machine, 'launch_template') === undefined
}

/** A disk made from a snapshot is what the snapshot is. */
function hasNoSnapshot(machine: ResourceNode): boolean {
  const path = ['ebs_block_device[].snapshot_id', 'block_device_mappings[].ebs[].snapshot_id'] as const
  return valuesAt(machine, path).every(({ value }) => value === undefined)
}
