/**
 * A part of AWS with accounts, ARNs and endpoints of its own. Facts from the SDK's partitions table
 * (https://github.com/aws/aws-sdk-js-v3, util-endpoints/lib/aws/partitions.json); the audiences from
 * https://github.com/aws-actions/configure-aws-credentials#oidc.
 */
export interface Partition {
  /** As in ARNs: `aws`, `aws-cn`, `aws-us-gov`. */
  readonly id: string
  /** Where its global services sign, and where we call STS when nobody says where. */
  readonly homeRegion: string
  /** What an OIDC provider of it lists as client id unless its owner chose another one. */
  readonly audience: string
  readonly regions: RegExp
  /** What the hosts of its services end in. */
  readonly dnsSuffix: string
}

export const PARTITIONS: readonly Partition[] = [
  partition('aws', 'us-east-1', /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/),
  partition('aws-cn', 'cn-north-1', /^cn-\w+-\d+$/, 'amazonaws.com.cn', 'sts.amazonaws.com.cn'),
  partition('aws-us-gov', 'us-gov-west-1', /^us-gov-\w+-\d+$/),
  partition('aws-eusc', 'eusc-de-east-1', /^eusc-(de)-\w+-\d+$/, 'amazonaws.eu'),
  partition('aws-iso', 'us-iso-east-1', /^us-iso-\w+-\d+$/, 'c2s.ic.gov'),
  partition('aws-iso-b', 'us-isob-east-1', /^us-isob-\w+-\d+$/, 'sc2s.sgov.gov'),
  partition('aws-iso-e', 'eu-isoe-west-1', /^eu-isoe-\w+-\d+$/, 'cloud.adc-e.uk'),
  partition('aws-iso-f', 'us-isof-south-1', /^us-isof-\w+-\d+$/, 'csp.hci.ic.gov'),
]

/** The partition with that id, as in the second field of an ARN. */
export function partitionNamed(id: string): Partition | undefined {
  return PARTITIONS.find((known) => known.id === id)
}

/** The partition that a region lies in; undefined for one that is too new for the table. */
export function partitionOfRegion(region: string): Partition | undefined {
  return PARTITIONS.find(({ regions }) => regions.test(region))
}

function partition(
  id: string,
  homeRegion: string,
  regions: RegExp,
  dnsSuffix = 'amazonaws.com',
  audience = 'sts.amazonaws.com',
): Partition {
  return { id, homeRegion, audience, regions, dnsSuffix }
}
