import type { AnyNode, SettingNode } from '../../../core/node.ts'
import type { Span } from '../../../core/source.ts'
import { isScalar, ofMap, settingsIn } from '../../../extract/settings.ts'
import { namesSecret } from '../../../secrets/names.ts'
import { bodyValue } from '../blocks.ts'
import type { Bound, Declaration, Module, Run, Scope } from '../scope.ts'
import { type Evaluated, memberOf } from '../value.ts'
import { foreignArguments } from './module-arguments.ts'
import { collectUserData, type ScriptCollector, userData } from './scripts.ts'
import { made, settingsFor } from './settings.ts'

/** What a module says besides its resources: providers, backends, variables, locals, arguments of other modules. */
export function moduleNodes(run: Run, module: Module, collector: ScriptCollector): AnyNode[] {
  return [
    ...module.source.others.flatMap((declaration) => declarationSettings(run, module, declaration)),
    ...callNodes(run, module, collector),
    ...defaults(run, module),
  ]
}

/** All arguments of a provider, and of a backend: keys, passwords, tokens by whatever name. */
function declarationSettings(run: Run, module: Module, declaration: Declaration): SettingNode[] {
  if (declaration.type !== 'provider' && declaration.type !== 'terraform') return []
  const scope: Scope = { run, origin: declaration.origin, module, names: undefined }
  const [name = ''] = declaration.labels
  const found: SettingNode[] = []
  const visit = (value: Evaluated, anchor: string, depth: number): void => {
    if (depth > 6) return
    if (value.kind === 'list') for (const item of value.items) visit(item as Evaluated, anchor, depth + 1)
    if (value.kind !== 'map') return
    for (const entry of value.entries) {
      const inner = entry.value as Evaluated
      if (isScalar(inner)) {
        const owner = { address: anchor, span: declaration.span }
        found.push(made({ value: entry.key, span: entry.keySpan }, inner, 'provider', owner))
      } else visit(inner, anchor, depth + 1)
    }
  }
  const body = bodyValue(declaration.attributes.values(), declaration.blocks, scope, declaration.span)
  if (declaration.type === 'provider') visit(body, `${module.prefix}provider.${name}`, 0)
  else {
    for (const part of ['backend', 'cloud']) {
      const value = memberOf(body, part)
      if (value) visit(value, `${module.prefix}terraform.${part}`, 0)
    }
  }
  return found
}

/** Arguments of modules from elsewhere: nobody sees what they do with them, but secrets and scripts show. */
function callNodes(run: Run, module: Module, collector: ScriptCollector): AnyNode[] {
  return foreignArguments(run, module).flatMap(({ name, keySpan, value, owner }) =>
    argumentNodes(name, keySpan, value, owner, collector),
  )
}

function argumentNodes(
  name: string,
  keySpan: Span,
  value: Evaluated,
  owner: { readonly address: string; readonly span: Span },
  collector: ScriptCollector,
): AnyNode[] {
  if (/user_?data/i.test(name) && value.kind !== 'map') {
    const message = `${name} of ${owner.address}`
    collectUserData(
      value,
      { place: 'user-data', anchor: owner.address, home: owner.span, taken: keySpan, message },
      collector,
    )
    return []
  }
  userData(value, owner, name, collector, 0)
  if (/^environment(?:_variables)?$/.test(name) && value.kind === 'map') {
    return ofMap(value, 'lambda-environment', settingsFor(owner))
  }
  if (isScalar(value) && namesSecret(name)) return [made({ value: name, span: keySpan }, value, 'provider', owner)]
  return settingsIn(value, settingsFor(owner))
}

/** Literal defaults of variables, values of tfvars files, and locals: by name and, for maps, by key. */
function defaults(run: Run, module: Module): SettingNode[] {
  const found: SettingNode[] = []
  const add = (
    name: string,
    bound: Bound,
    place: 'variable-default' | 'provider',
    anchor: string,
    span: Span,
  ): void => {
    const scope: Scope = { run, origin: bound.origin, module, names: undefined }
    const value = run.evaluate(bound.attribute.value, scope)
    const owner = { address: anchor, span }
    const nameLeaf = { value: name, span }
    if (isScalar(value)) found.push(...written([made(nameLeaf, value, place, owner)], bound))
    else if (value.kind === 'map') {
      const entries = value.entries.filter((entry) => isScalar(entry.value as Evaluated))
      const settings = entries.map((entry) =>
        made({ value: entry.key, span: entry.keySpan }, entry.value, place, owner),
      )
      found.push(...written(settings, bound))
    }
  }
  for (const [name, declaration] of module.source.variables) {
    const bound = declaration.attributes.get('default')
    if (bound) add(name, bound, 'variable-default', `${module.prefix}var.${name}`, declaration.header)
  }
  if (!module.arguments) {
    for (const [name, bound] of module.source.givens) add(name, bound, 'provider', `var.${name}`, nameSpan(bound))
  }
  for (const [name, bound] of module.source.locals) {
    add(name, bound, 'provider', `${module.prefix}local.${name}`, nameSpan(bound))
  }
  return found
}

/** Only what is written right there: what is taken from elsewhere is told of elsewhere. */
function written(settings: readonly SettingNode[], bound: Bound): SettingNode[] {
  const { attribute, origin } = bound
  return settings.flatMap((setting) => {
    const { uri, start, end } = setting.value.span
    const here = uri === origin.uri && start >= attribute.start && end <= attribute.end
    return here ? [{ ...setting, related: [] }] : []
  })
}

function nameSpan({ attribute, origin }: Bound): Span {
  return { uri: origin.uri, start: attribute.start, end: attribute.nameEnd }
}
