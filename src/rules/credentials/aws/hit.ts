import { createHash } from 'node:crypto'
import { isOfDocumentation } from '../../../aws/accounts.ts'
import type { Severity } from '../../../core/finding.ts'
import type { Related } from '../../../core/node.ts'
import type { Hit } from '../../../core/rule.ts'
import type { AwsKey } from './credentials.ts'
import { factsOfKeyId, type KeyIdFacts } from './key-id.ts'

/** So many further places are named, which with the place itself and the halves is what a SARIF result takes; all are masked. */
const MOST_RELATED = 997

/** What a rule adds to what the key itself says. */
export interface Addition {
  readonly severity?: Severity
  readonly remark?: string
  readonly properties?: Readonly<Record<string, string | boolean>>
}

/** One AWS key as a hit on its id, or on the secret half when that is all there is. */
export function hitOf(key: AwsKey, addition: Addition = {}): Hit {
  const facts = key.id ? factsOfKeyId(key.id.value) : undefined
  const main = (key.id ?? key.secret)!
  const others = [key.secret, key.token, ...key.again].filter((part) => part !== undefined && part !== main)
  return {
    span: main.span,
    message: `${whatItIs(key, facts)}${whoseItIs(facts)}${addition.remark ? ` ${addition.remark}` : ''}`,
    severity: addition.severity ?? severityOf(key, facts),
    confidence: key.confidence,
    ...unlikely(key, facts),
    // `secret` alone may name a secret of anyone's: the AWS key it looks like is not proven.
    ...(!facts && key.confidence !== 'high' ? { lighterInSamples: 'by-place' as const } : {}),
    secret: true,
    secretValue: main.value,
    keyMaterial: {
      ...(key.id ? { keyId: key.id.value } : {}),
      ...(key.secret ? { secretKey: key.secret.value } : {}),
      ...(key.token ? { sessionToken: key.token.value } : {}),
    },
    element: elementOf(key),
    secretSpans: others.map((part) => part!.span),
    related: relatedOf(key),
    properties: {
      keyType: facts?.kind ?? 'secret-half',
      ...(facts ? { keyId: facts.masked } : {}),
      ...(facts?.accountId ? { accountId: facts.accountId } : {}),
      ...(facts?.canaryIssuer ? { canary: true } : {}),
      pair: key.id !== undefined && key.secret !== undefined,
      ...addition.properties,
    },
    ...(facts?.canaryIssuer ? { remediation: CANARY_REMEDIATION } : {}),
  }
}

/** A lone half and the pair it becomes later are two findings; the secret half gives no more than 16 bits away. */
function elementOf({ id, secret }: AwsKey): string {
  if (!id || !secret) return 'half'
  return `pair ${createHash('sha256').update(secret.value).digest('hex').slice(0, 4)}`
}

const CANARY_REMEDIATION =
  'Ask whoever looks after your canaries before touching it. If nobody planted it here on purpose, do not try the key: any use raises its alarm. If it is meant to be here, say so with a suppression and its reason.'

/** What nobody can use as it stands, whatever file it is in. */
function unlikely(key: AwsKey, facts: KeyIdFacts | undefined): Partial<Hit> {
  if (facts?.accountId && isOfDocumentation(facts.accountId)) {
    const confidenceReason = `it is of account ${facts.accountId}, which only documentation and examples are about`
    return { severity: 'low', confidence: 'low', confidenceReason }
  }
  if (!key.record) return {}
  const confidenceReason = 'it stands in a record of CloudTrail, which never holds the secret half'
  return { severity: facts?.kind === 'long-term' ? 'medium' : 'low', confidence: 'low', confidenceReason }
}

function severityOf(key: AwsKey, facts: KeyIdFacts | undefined): Severity {
  if (key.id && key.secret) return 'critical'
  // By itself it opens nothing, and a day and a half later the key is over: logs and answers of the tools are full of them.
  if (facts?.kind === 'temporary' && !key.token) return 'medium'
  return key.signature ? 'medium' : 'high'
}

function whatItIs(key: AwsKey, facts: KeyIdFacts | undefined): string {
  if (!facts) {
    const sure = key.confidence === 'high' ? 'An' : 'What looks like an'
    const what = `${sure} AWS secret access key, the half of a key that must stay secret`
    return key.token ? `${what}, with its session token.` : `${what}; its id is not in sight.`
  }
  const kind = facts.kind === 'temporary' ? 'Temporary AWS access key' : 'AWS access key'
  if (key.secret && key.token) return `${kind} ${facts.masked} with its secret half and session token.`
  if (key.secret) return `${kind} ${facts.masked} with its secret half.`
  if (key.signature) return `${kind} id ${facts.masked} in a signed request; its secret half is not here.`
  return `${kind} id ${facts.masked}; its secret half is not in sight.`
}

function whoseItIs(facts: KeyIdFacts | undefined): string {
  if (!facts?.accountId) return ''
  if (!facts.canaryIssuer) return ` It is of account ${facts.accountId}.`
  return ` Account ${facts.accountId} holds canaries of ${facts.canaryIssuer}: this key is a canary, using it raises an alarm.`
}

function relatedOf(key: AwsKey): Related[] {
  const related: Related[] = []
  if (key.id && key.secret) related.push({ span: key.secret.span, message: 'the secret half of the key' })
  if (key.token) related.push({ span: key.token.span, message: 'the session token of the key' })
  for (const { span } of key.again.slice(0, MOST_RELATED)) related.push({ span, message: 'the key again' })
  return related
}
