import { union } from '../aws/actions/bits.ts'
import { levelActions } from '../aws/actions/catalogue.ts'
import { lazy } from '../core/lazy.ts'

/** What actions and services are to whoever judges a grant of them. */

/** Services that hold the keys to the others, or to the data: a wildcard here weighs more. */
export const PRIVILEGED_SERVICES: ReadonlySet<string> = new Set([
  'iam',
  'sts',
  'organizations',
  'kms',
  'secretsmanager',
  's3',
  'lambda',
  'ec2',
  'cloudformation',
])

/** Actions that make something new: its ARN does not exist yet, so a policy cannot name it. */
const CREATOR =
  /:(Create|Register|Allocate|Import|Request|Purchase|Run(Instances|Task|Jobs?Flow|ScheduledInstances)|Restore|Copy|Start(Build|Query|Session|Automation)|Provision|Subscribe|Issue|Bundle)/

/** `s3:CreateBucket` makes something, `ec2:CreateTags` tags what is there. */
export function isCreator(action: string): boolean {
  return CREATOR.test(action) && !/Tags?$/.test(action)
}

/** AWS counts `quicksight:DescribeTopicPermissions` as permissions management; it only reads. */
export function isReader(action: string): boolean {
  return /:(Describe|Get|List|BatchGet|BatchDescribe|View)/.test(action)
}

/** Actions that write, tag or manage permissions. */
export const changingActions = lazy(() =>
  union(levelActions('Write'), union(levelActions('Tagging'), levelActions('Permissions management'))),
)
