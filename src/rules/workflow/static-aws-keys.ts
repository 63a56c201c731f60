import { defineRule, type Hit } from '../../core/rule.ts'
import { type Entry, member, type Value } from '../../core/value.ts'
import { type Job, jobsOf, type Step, stepsOf, textOf, workflowEnvironment } from './jobs.ts'
import { roleFix, tokenEdits } from './role-fix.ts'

export default defineRule({
  meta: {
    id: 'workflow/static-aws-keys',
    title: 'Workflow uses long-lived AWS keys',
    severity: 'medium',
    about: 'hygiene',
    domain: 'pipelines',
    fixable: true,
    practice: 'OIDC in CI, trust scoped to organisation and repository',
    description:
      'An access key of an IAM user works for whoever holds it, from anywhere, until somebody deletes it; each step of the job, and each action it runs, can read it. With OpenID Connect the job gets credentials of a role that end with it, and nothing is stored.',
    remediation:
      'Let the job assume a role by OpenID Connect: `permissions: { id-token: write, contents: read }` and `role-to-assume` of aws-actions/configure-aws-credentials; then delete the stored keys and the user.',
    cwe: ['CWE-798', 'CWE-522'],
    references: [
      'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
    ],
  },
  on: 'workflow',
  *check({ document }) {
    const everywhere = workflowEnvironment(document)
    if (everywhere) yield* environmentHits(everywhere, 'the workflow', 'workflow')
    for (const job of jobsOf(document)) {
      for (const environment of job.environments) yield* environmentHits(environment, `job \`${job.name}\``, job.name)
      for (const step of stepsOf(job)) yield* stepHits(step, job, document)
    }
  },
})

const ACTION = 'aws-actions/configure-aws-credentials'
const PERMISSIONS = fenced('permissions:\n  id-token: write\n  contents: read')

function* stepHits(step: Step, job: Job, document: Value): Iterable<Hit> {
  const { environment, inputs, uses } = step
  if (environment) yield* environmentHits(environment, `step \`${step.name}\``, `${job.name}/${step.name}`)
  if (!inputs || uses?.split('@')[0]?.toLowerCase() !== ACTION) return
  const pair = staticPair(inputs, ['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token'])
  if (!pair) return
  const token = tokenEdits(document, job)
  const role = token && roleFix(inputs, pair, roleElsewhere(document))
  yield {
    ...place(pair),
    element: `${job.name}/${step.name}/with`,
    message: `Step \`${step.name}\` logs in to AWS with a long-lived key (${sourceOf(pair)}).`,
    remediation: stepRemedy(step, inputs),
    ...(role ? { fix: [...role, ...token] } : {}),
  }
}

/** The one role that other steps of the workflow log in by. */
function roleElsewhere(document: Value): string | undefined {
  const named = jobsOf(document)
    .flatMap(stepsOf)
    .filter(({ uses }) => uses?.split('@')[0]?.toLowerCase() === ACTION)
    .flatMap(({ inputs }) => textOf(member(inputs, 'role-to-assume')) ?? [])
  const [only, another] = new Set(named)
  // As it stands there it has to stand here: a word of YAML that needs no quotes.
  return another === undefined && only && /^(?:arn:[\w:/.-]+|\$\{\{ ?[\w. -]+ ?\}\})$/.test(only) ? only : undefined
}

function* environmentHits(environment: Value, where: string, element: string): Iterable<Hit> {
  const pair = staticPair(environment, ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
  if (!pair) return
  yield {
    ...place(pair),
    element: `${element}/env`,
    message: `The environment of ${where} holds a long-lived AWS key (${sourceOf(pair)}).`,
    remediation: environmentRemedy(environment),
  }
}

/** The entries of a map that hand over a long-lived key; undefined when there are none, or a session token goes along. */
function staticPair(map: Value, [id, secret, session]: readonly [string, string, string]): Entry[] | undefined {
  if (map.kind !== 'map' || textOf(member(map, session))) return undefined
  const entries = map.entries.filter(({ key, value }) => (key === id || key === secret) && isStatic(value))
  return entries.length > 0 ? entries : undefined
}

/**
 * From the store of secrets or variables. One that is written out is a leaked key, and told as such by the rules on
 * credentials: one place, one finding. Outputs of other steps are temporary credentials as a rule, inputs are the
 * caller's, and a word such as `test` is what emulators take.
 */
function isStatic(value: Value): boolean {
  const text = textOf(value)
  if (text === undefined) return false
  return text
    .split('${{')
    .slice(1)
    .some((expression) => /^[^}]*\b(secrets|vars)\b/.test(expression))
}

function place([first, ...others]: Entry[]): Pick<Hit, 'span' | 'related'> {
  const related = others.map(({ value }) => ({ span: value.span, message: 'the other half' }))
  return { span: first!.value.span, ...(related.length > 0 ? { related } : {}) }
}

/** The names of the stored secrets. */
function sourceOf(pair: Entry[]): string {
  const names = pair.flatMap(({ value }) => textOf(value)?.match(/\b(?:secrets|vars)\.\w+/g) ?? [])
  return names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : 'a stored one'
}

function stepRemedy({ uses, name }: Step, inputs: Value): string {
  const role = textOf(member(inputs, 'role-to-assume')) ?? 'arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME'
  const region = textOf(member(inputs, 'aws-region')) ?? 'REGION'
  return [
    'Give the job these permissions:',
    PERMISSIONS,
    'and write the step as:',
    fenced(oidcStep(uses!, role, region, name === uses ? undefined : name)),
    "The role must trust this repository through the account's OIDC provider. Then delete the stored keys, and the key of the user.",
  ].join('\n')
}

function environmentRemedy(environment: Value): string {
  const region = textOf(member(environment, 'AWS_REGION')) ?? textOf(member(environment, 'AWS_DEFAULT_REGION'))
  return [
    'Remove the keys from `env:`, give the job these permissions:',
    PERMISSIONS,
    'and put this step before the first one that uses AWS:',
    fenced(oidcStep(`${ACTION}@v6`, 'arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME', region ?? 'REGION', undefined)),
    "The role must trust this repository through the account's OIDC provider. Then delete the stored keys, and the key of the user.",
  ].join('\n')
}

function oidcStep(uses: string, role: string, region: string, name: string | undefined): string {
  const head = name ? [`- name: ${name}`, `  uses: ${uses}`] : [`- uses: ${uses}`]
  return [...head, '  with:', `    role-to-assume: ${role}`, `    aws-region: ${region}`].join('\n')
}

/** To be copied as it is. */
function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml}\n\`\`\``
}
