import type { AccountCall } from '../../../account/calls.ts'
import type { AccountRecord, Json, JsonObject } from '../../../account/snapshot.ts'
import type { Parameters } from '../api/protocol.ts'
import { type AccountPlace, arnOf } from './account-place.ts'
import { documentOf } from './identity.ts'
import { type Inquiry, inParallel } from './inquiry.ts'

/** Resources with a policy of their own: how they are listed, and where the policy of one stands. */
interface Source {
  readonly list: AccountCall
  readonly items: (page: JsonObject) => readonly Json[]
  readonly ask: AccountCall
  readonly about: (item: Json) => Parameters
  readonly policy: (answer: JsonObject) => Json | undefined
  readonly arn: (item: Json, region: string, place: AccountPlace) => string
}

const listed = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value as Json]
const field = (item: Json, name: string): Json => (item as JsonObject)[name] ?? ''

const SOURCES: readonly Source[] = [
  {
    list: 'kms:ListKeys',
    items: ({ Keys }) => listed(Keys),
    ask: 'kms:GetKeyPolicy',
    about: (key) => ({ KeyId: field(key, 'KeyId'), PolicyName: 'default' }),
    policy: ({ Policy }) => Policy,
    arn: (key) => String(field(key, 'KeyArn')),
  },
  {
    list: 'sqs:ListQueues',
    items: ({ QueueUrls }) => listed(QueueUrls),
    ask: 'sqs:GetQueueAttributes',
    about: (url) => ({ QueueUrl: url, AttributeNames: ['Policy'] }),
    policy: ({ Attributes }) => (Attributes as JsonObject | undefined)?.Policy,
    arn: (url, region, place) => arnOf(place, 'sqs', String(url).replace(/^.*\//, ''), region),
  },
  {
    list: 'sns:ListTopics',
    items: ({ Topics }) => listed(Topics),
    ask: 'sns:GetTopicAttributes',
    about: (topic) => ({ TopicArn: field(topic, 'TopicArn') }),
    policy: ({ Attributes }) => (Attributes as JsonObject | undefined)?.Policy,
    arn: (topic) => String(field(topic, 'TopicArn')),
  },
  {
    list: 'lambda:ListFunctions',
    items: ({ Functions }) => listed(Functions),
    ask: 'lambda:GetPolicy',
    about: (function_) => ({ FunctionName: field(function_, 'FunctionName') }),
    policy: ({ Policy }) => Policy,
    arn: (function_) => String(field(function_, 'FunctionArn')),
  },
  {
    list: 'secretsmanager:ListSecrets',
    items: ({ SecretList }) => listed(SecretList),
    ask: 'secretsmanager:GetResourcePolicy',
    about: (secret) => ({ SecretId: field(secret, 'ARN') }),
    policy: ({ ResourcePolicy }) => ResourcePolicy,
    arn: (secret) => String(field(secret, 'ARN')),
  },
]

/** Codes with which services say that there is no policy. */
const NONE = ['ResourceNotFound', 'ResourceNotFoundException', 'NotFound', 'NoSuchEntity']

/** Keys, queues, topics, functions and secrets that have a policy, in every region. */
export async function resourcePolicyRecords(inquiry: Inquiry, place: AccountPlace): Promise<AccountRecord[]> {
  const wanted = place.regions.flatMap((region) => SOURCES.map((source) => ({ region, source })))
  return (await inParallel(wanted, ({ region, source }) => recordsOf(inquiry, place, region, source))).flat()
}

async function recordsOf(
  inquiry: Inquiry,
  place: AccountPlace,
  region: string,
  { list, items, ask, about, policy, arn }: Source,
): Promise<AccountRecord[]> {
  const pages = (await inquiry.all(list, {}, region)) ?? []
  const found = await inParallel(pages.flatMap(items), async (item) => {
    const answer = await inquiry.ask(ask, about(item), region, NONE)
    const document = policy(answer ?? {})
    if (!document) return []
    const itself = arn(item, region, place)
    return [{ type: 'aws_account_resource', arn: itself, data: { Policy: documentOf(document) } }]
  })
  return found.flat()
}
