import { isGuardrail } from '../../../aws/registry-modules.ts'
import type { Holder } from '../../../core/policy.ts'
import type { Span } from '../../../core/source.ts'
import { UNKNOWN } from '../../../core/text.ts'
import { DEEPEST_VALUE, type Entry, leafOf, type Value } from '../../../core/value.ts'
import type { Attachment } from '../../../extract/attachments.ts'
import { looksLikePolicy } from '../../../extract/policy-document.ts'
import { callsOf, META, stepOf } from '../calls.ts'
import { statementOf } from '../policy-document.ts'
import { jsonText } from '../render-json.ts'
import { type Bound, type Declaration, type Module, placeOf, type Run, type Scope } from '../scope.ts'
import { inputEntries, sourceWritten } from '../terragrunt/target.ts'
import { type Evaluated, entryOf, lazyString, listOf, mapOf, plainOf } from '../value.ts'
import type { Use } from './policies.ts'

/** An argument of a call of a module that is not in the tree. */
export interface ForeignArgument {
  readonly name: string
  readonly keySpan: Span
  readonly value: Evaluated
  /** Where the module is from, as far as it is known. */
  readonly source: string
  readonly owner: { readonly address: string; readonly span: Span; readonly header: Span }
}

export function foreignArguments(run: Run, module: Module): ForeignArgument[] {
  return [...module.source.calls.keys()].flatMap((name) => {
    const calls = callsOf(run, module, name)
    if (!calls || calls.dir !== undefined) return []
    const { declaration, repetition } = calls
    return repetition.instances.flatMap(({ scope, suffix }) => {
      const address = `${module.prefix}${stepOf(declaration, name)}${suffix}`
      const owner = { address, span: declaration.span, header: declaration.header }
      const source = sourceOf(run, module, declaration, scope)
      return argumentsOf(run, module, declaration, scope).map(({ key, keySpan, value }) => ({
        name: key,
        keySpan,
        value: value as Evaluated,
        source,
        owner,
      }))
    })
  })
}

function sourceOf(run: Run, module: Module, declaration: Declaration, scope: Scope): string {
  if (declaration.type === 'inputs') return sourceWritten(run, module)?.text ?? ''
  const from = declaration.attributes.get('source')
  return (from && plainOf(run.evaluate(from.attribute.value, { ...scope, origin: from.origin }))) ?? ''
}

/** What is given: the arguments of a `module` block, else the entries of the one object that holds them. */
function argumentsOf(run: Run, module: Module, { type, attributes }: Declaration, scope: Scope): readonly Entry[] {
  if (type === 'inputs') return inputEntries(run, module)
  const boundValue = ({ attribute, origin }: Bound): Evaluated => run.evaluate(attribute.value, { ...scope, origin })
  const given = type === 'module' ? undefined : (attributes.get('inputs') ?? attributes.get('values'))
  const value = given && boundValue(given)
  if (value) return value.kind === 'map' ? value.entries : []
  return [...attributes]
    .filter(([name]) => !META.has(name))
    .map(([name, bound]) => {
      const { attribute, origin } = bound
      return { key: name, keySpan: placeOf(origin, attribute.start, attribute.nameEnd), value: boundValue(bound) }
    })
}

/** What is handed to modules from elsewhere about permissions: documents, statements, managed policies. */
export interface ForeignGrants {
  readonly uses: readonly Use[]
  readonly attachments: readonly Attachment[]
}

/**
 * Grants in arguments of modules that nobody sees into. Documents and lists of statements (`policy_statements`) are
 * policies, their role guessed; ARNs of policies in arguments that are called so are attached to a role of the module.
 */
export function foreignGrants(run: Run, modules: readonly Module[]): ForeignGrants {
  const uses: Use[] = []
  const attachments: Attachment[] = []
  for (const argument of modules.flatMap((module) => foreignArguments(run, module))) {
    if (!isGuardrail(argument.source)) collectGrants(argument, run, uses, attachments)
  }
  return { uses, attachments }
}

/** Arguments that are documents, or managed policies, by what modules call them. */
const DOCUMENTS =
  /^(?:\w+_)?(?:polic(?:y|ies)_(?:json|documents?|statements?)|policy|assume_role_policy|trust_policy|inline_polic(?:y|ies))$/
const ATTACHED = /^(?:\w+_)?(?:polic(?:y|ies)_arns?|policies|managed_policy|permissions_boundary(?:_arn)?)$/

function collectGrants(argument: ForeignArgument, run: Run, uses: Use[], attachments: Attachment[]): void {
  const { owner } = argument
  const use = (document: Evaluated, path: string): void => {
    uses.push({
      document,
      role: /assume|trust/i.test(path) ? 'trust' : undefined,
      holders: [],
      taken: argument.keySpan,
      message: `${path} of ${owner.address}`,
      anchor: `${owner.address}.${path}`,
      home: owner.span,
    })
  }
  const visit = (value: Evaluated, path: string, depth: number): void => {
    if (depth > DEEPEST_VALUE) return
    if ((value.kind === 'string' || value.kind === 'map') && looksLikePolicy(value)) use(value, path)
    else if (/(?:statements?|permissions)$/i.test(path) && statementsIn(value).length > 0)
      use(documentOf(statementsIn(value), value, run), path)
    else if (value.kind === 'list') for (const item of value.items) visit(item as Evaluated, path, depth + 1)
    else if (value.kind === 'map') {
      for (const entry of value.entries) visit(entry.value as Evaluated, `${path}.${entry.key}`, depth + 1)
    } else if (value.kind === 'unknown' && value.maybe?.length) {
      for (const choice of value.maybe) visit(choice as Evaluated, path, depth + 1)
    } else if (value.kind === 'unknown' && DOCUMENTS.test(argument.name)) use(documentOf([value], value, run), path)
    else attach(value, path)
  }
  const attach = (value: Evaluated, path: string): void => {
    const arn = leafOf(value)
    const isPolicy =
      arn?.value === UNKNOWN ? ATTACHED.test(argument.name) : /^arn:[^:]*:iam::[^:]*:policy\//.test(arn?.value ?? '')
    if (!arn || !isPolicy || !/polic|boundary/i.test(path)) return
    const holder: Holder = { kind: 'role', address: owner.address, span: owner.header }
    const boundary = /boundary/i.test(path)
    attachments.push({
      arn,
      holder,
      boundary,
      anchor: `${owner.address}.${path}`,
      policy: undefined,
    })
  }
  visit(argument.value, argument.name, 0)
}

/** Maps with `actions`, in a list or by names of their own, and beside them what is not known. */
function statementsIn(value: Evaluated): Evaluated[] {
  const items = value.kind === 'list' ? value.items : value.kind === 'map' ? value.entries.map((one) => one.value) : []
  const isStatement = (item: Value): boolean =>
    item.kind === 'map' && item.entries.some((entry) => entry.key === 'actions' || entry.key === 'not_actions')
  if (!items.some(isStatement)) return []
  return (items as readonly Evaluated[]).filter((item) => isStatement(item) || item.kind === 'unknown')
}

function documentOf(statements: readonly Evaluated[], value: Evaluated, run: Run): Evaluated {
  const { span } = value
  const list = listOf(
    statements.map((statement) => statementOf(statement, span)),
    span,
  )
  const document = mapOf([entryOf('Statement', span, list)], span)
  return lazyString(() => jsonText(document, run), span, { json: document })
}
