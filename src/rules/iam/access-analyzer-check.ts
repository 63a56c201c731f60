import { difference, isEmpty } from '../../aws/actions/bits.ts'
import type { Analysis } from '../../core/analysis.ts'
import type { PolicyNode } from '../../core/node.ts'
import type { PolicyDocument } from '../../core/policy.ts'
import { type CheckAnswer, defineRule, type Hit, type PolicyCheck, type PolicyChecks } from '../../core/rule.ts'
import { documentJson } from '../../iam/document-json.ts'
import { actionsReached, grantsOf, permissionsIn } from '../../iam/grants.ts'
import { listed, quote } from '../../iam/messages.ts'
import { isOutOfScope } from '../../iam/out-of-scope.ts'
import { openTrustGrants } from '../../iam/public-access.ts'

export default defineRule({
  meta: {
    id: 'iam/access-analyzer-check',
    title: 'A custom policy check of AWS fails',
    severity: 'medium',
    about: 'hygiene',
    domain: 'iam',
    practice: 'least privilege',
    description:
      'With `access-analyzer: checks` AWS is asked about policies that a change touches: whether they grant what they did not grant before (CheckNoNewAccess), whether they make something public (CheckNoPublicAccess), and whether they grant actions that you named (CheckAccessNotGranted). AWS charges for each check. Its answers are told as those of AWS, beside ours, and where the two do not agree that is said.',
    remediation: 'Narrow the statement that AWS names, or accept what the policy now grants.',
    cwe: ['CWE-284'],
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-custom-policy-checks.html',
      'https://aws.amazon.com/iam/access-analyzer/pricing/',
    ],
  },
  on: 'policy',
  async *check(policy, { unit, policyChecks, before }): AsyncGenerator<Hit> {
    if (!policyChecks || isOutOfScope(policy, unit)) return
    const text = documentJson(policy.document)
    const old = before?.(policy)
    const oldText = old && documentJson(old)
    // What did not change is no news, and would be paid for again in each run.
    if (text === undefined || text === oldText) return
    const asked: Asked = { policy, text, old, oldText, unit, checks: policyChecks }
    yield* newAccess(asked)
    yield* publicAccess(asked)
    yield* deniedActions(asked)
  },
})

interface Asked {
  readonly policy: PolicyNode
  readonly text: string
  readonly old: PolicyDocument | undefined
  readonly oldText: string | undefined
  readonly unit: Analysis
  readonly checks: PolicyChecks
}

/** What is new grants something new: only where something stood there before is that a question. */
async function* newAccess({ policy, text, old, oldText, unit, checks }: Asked): AsyncGenerator<Hit> {
  if (!old || oldText === undefined) return
  const policyType = typeOf(policy)
  const parameters = { newPolicyDocument: text, existingPolicyDocument: oldText, policyType }
  const answer = await checks.ask('CheckNoNewAccess', parameters)
  if (!answer) return
  const [before, now] = [old, policy.document].map((document) =>
    actionsReached(permissionsIn(document, unit), 'scoped'),
  )
  const more = policyType === 'IDENTITY_POLICY' && !isEmpty(difference(now!, before!))
  if (answer.passes && more) {
    yield hitOf(policy, 'CheckNoNewAccess', {
      severity: 'note',
      message:
        'AWS finds no new access here (CheckNoNewAccess), where Keylatch counts actions that were not granted before.',
    })
  }
  if (answer.passes) return
  const alone =
    more || policyType !== 'IDENTITY_POLICY' ? '' : ' Keylatch counts no action more: it is a resource or a condition.'
  yield hitOf(policy, 'CheckNoNewAccess', { severity: 'note', answer, after: alone })
}

async function* publicAccess({ policy, text, oldText, unit, checks }: Asked): AsyncGenerator<Hit> {
  const resourceType = resourceTypeOf(policy)
  if (!resourceType) return
  const answer = await checks.ask('CheckNoPublicAccess', { policyDocument: text, resourceType })
  if (!answer) return
  const isOpen = openTrustGrants(policy, unit).length > 0
  if (answer.passes) {
    if (isOpen) {
      yield hitOf(policy, 'CheckNoPublicAccess', {
        severity: 'note',
        message: 'AWS does not call this policy public (CheckNoPublicAccess), where Keylatch finds it open to anyone.',
      })
    }
    return
  }
  const parameters = { policyDocument: oldText, resourceType }
  if (oldText !== undefined && (await checks.ask('CheckNoPublicAccess', parameters))?.passes === false) return
  yield hitOf(policy, 'CheckNoPublicAccess', {
    answer,
    after: isOpen ? '' : ' Rules of Keylatch find nothing open there.',
  })
}

async function* deniedActions({ policy, text, oldText, unit, checks }: Asked): AsyncGenerator<Hit> {
  const { deniedActions: actions } = checks
  if (actions.length === 0 || typeOf(policy) !== 'IDENTITY_POLICY') return
  const ask = (policyDocument: string) => {
    const parameters = { policyDocument, access: [{ actions }], policyType: 'IDENTITY_POLICY' }
    return checks.ask('CheckAccessNotGranted', parameters)
  }
  const answer = await ask(text)
  const permissions = permissionsIn(policy.document, unit)
  const granted = actions.filter((action) => grantsOf(permissions, action).length > 0)
  if (!answer) return
  if (answer.passes) {
    if (granted.length > 0) {
      yield hitOf(policy, 'CheckAccessNotGranted', {
        severity: 'note',
        message: `AWS does not find the actions granted that must not be (CheckAccessNotGranted), where Keylatch finds ${listed(granted.map(quote))}.`,
      })
    }
    return
  }
  if (oldText !== undefined && (await ask(oldText))?.passes === false) return
  const which =
    granted.length > 0
      ? ` Of ${listed(actions.map(quote), 3)}: ${listed(granted.map(quote), 3)}.`
      : ' Rules of Keylatch find none of them granted.'
  yield hitOf(policy, 'CheckAccessNotGranted', { severity: 'high', answer, after: which })
}

interface Said {
  readonly severity?: Hit['severity']
  readonly answer?: CheckAnswer
  readonly message?: string
  /** Follows what AWS says. */
  readonly after?: string
}

function hitOf(policy: PolicyNode, check: PolicyCheck, { severity, answer, message, after = '' }: Said): Hit {
  const [reason] = answer?.reasons ?? []
  const statement = policy.document.statements[reason?.statement ?? 0]
  const said = [answer?.message, ...(answer?.reasons ?? []).map(({ description }) => description)]
  return {
    ...(severity ? { severity } : {}),
    span: statement ? (statement.sid ?? statement.effect).span : policy.span,
    message: message ?? `AWS says (${check}): ${sentences(said)}${after}`,
    element: `${check} ${answer ? '' : 'passes'}`,
    properties: { source: 'IAM Access Analyzer', check },
  }
}

function sentences(said: readonly (string | undefined)[]): string {
  return said.flatMap((one) => (one ? [one.replace(/\.?$/, '.')] : [])).join(' ')
}

function typeOf({ document: { role } }: PolicyNode): 'IDENTITY_POLICY' | 'RESOURCE_POLICY' {
  return role === 'trust' || role === 'resource' ? 'RESOURCE_POLICY' : 'IDENTITY_POLICY'
}

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html */
const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  backup: 'AWS::Backup::BackupVault',
  codeartifact: 'AWS::CodeArtifact::Domain',
  dynamodb: 'AWS::DynamoDB::Table',
  elasticfilesystem: 'AWS::EFS::FileSystem',
  es: 'AWS::OpenSearchService::Domain',
  'execute-api': 'AWS::ApiGateway::RestApi',
  kinesis: 'AWS::Kinesis::Stream',
  kms: 'AWS::KMS::Key',
  lambda: 'AWS::Lambda::Function',
  s3: 'AWS::S3::Bucket',
  secretsmanager: 'AWS::SecretsManager::Secret',
  sns: 'AWS::SNS::Topic',
  sqs: 'AWS::SQS::Queue',
}

function resourceTypeOf({ document, holders }: PolicyNode): string | undefined {
  if (document.role === 'trust') return 'AWS::IAM::AssumeRolePolicyDocument'
  if (document.role !== 'resource') return undefined
  const service = holders.find((holder) => holder.service !== undefined)?.service
  return service === undefined ? undefined : RESOURCE_TYPES[service]
}
