import { folderOf } from '../../../core/paths.ts'
import type { Span } from '../../../core/source.ts'
import { outputOf } from '../outputs.ts'
import { type Declaration, type Module, placeOf, type Run, remembered, type Scope } from '../scope.ts'
import { type Evaluated, entryOf, mapOf, memberOf, oneOf, plainOf, takenIn, unknown } from '../value.ts'
import { configurationAt } from './configuration.ts'
import { attributeOf, blockNamed, boundValue, configured, pathsMeant, unitFileIn } from './configured.ts'
import { targetModule } from './target.ts'

/** `dependency.vpc`, `include.root`, `values.name`: names that only Terragrunt's files have; undefined for all others. */
export function terragruntValue(scope: Scope, root: string, name: string, span: Span): Evaluated | undefined {
  const module = scope.module!
  if (!module.source.configuration) return undefined
  switch (root) {
    case 'dependency':
      return dependency(scope.run, module, name, span)
    case 'include':
      return included(scope.run, module, name, span)
    case 'values':
      return valueGiven(scope.run, module, name, span)
    case 'feature':
      return feature(scope.run, module, name, span)
    default:
      return undefined
  }
}

/** What a file says, as `include.root` and `read_terragrunt_config` give it: its locals and its inputs. */
export function configurationValue(run: Run, module: Module, span: Span): Evaluated {
  return remembered(module, 'configuration', span, () => {
    const { locals, configuration } = module.source
    const entries = [...locals].map(([name, bound]) => {
      const { attribute, origin } = bound
      const value = remembered(module, `local.${name}`, span, () => boundValue(run, module, bound))
      return entryOf(name, placeOf(origin, attribute.start, attribute.nameEnd), value)
    })
    const inputs = configuration?.attributes.get('inputs')
    return mapOf(
      [
        entryOf('locals', span, mapOf(entries, span)),
        ...(inputs ? [entryOf('inputs', span, boundValue(run, module, inputs))] : []),
      ],
      span,
    )
  })
}

/** `include.root`; `include.locals` of one without a name. */
function included(run: Run, module: Module, name: string, span: Span): Evaluated {
  const includes = module.includes?.() ?? []
  const named = includes.find((one) => one.name === name)
  if (named) return configurationValue(run, named.module, span)
  const bare = includes.find((one) => one.name === '')
  const value = bare && memberOf(configurationValue(run, bare.module, span), name)
  return value ?? unknown(span, `include.${name}`)
}

/** What a stack gives to a unit, or a file beside it that stands for that. */
function valueGiven(run: Run, module: Module, name: string, span: Span): Evaluated {
  const given = module.arguments?.get(name)?.()
  if (given) return takenIn(given, span)
  const [path] = pathsMeant('./terragrunt.values.hcl', module)
  const bound = path === undefined ? undefined : configurationAt(run.tree, path)?.attributes.get(name)
  return bound ? takenIn(boundValue(run, module, bound), span) : unknown(span, `values.${name}`)
}

function feature(run: Run, module: Module, name: string, span: Span): Evaluated {
  const [owner, block] = blockNamed(module, 'feature', name) ?? []
  const value = owner && block && attributeOf(run, owner, block, 'default')
  return value ? mapOf([entryOf('value', span, value)], span) : unknown(span, `feature.${name}`)
}

/** `dependency.vpc.outputs.id`: what the module of another unit gives out, else what the unit says it may be. */
function dependency(run: Run, module: Module, name: string, span: Span): Evaluated {
  const reference = `dependency.${name}`
  const [owner, block] = blockNamed(module, 'dependency', name) ?? []
  if (!owner || !block) return unknown(span, reference)
  const attribute = (part: string, at: Span): Evaluated =>
    part === 'outputs' ? outputsOf(run, owner, block, at) : unknown(at, `${reference}.${part}`)
  return unknown(span, reference, { attribute })
}

function outputsOf(run: Run, owner: Module, block: Declaration, span: Span): Evaluated {
  const reference = `dependency.${block.labels[0]}.outputs`
  const mocks = attributeOf(run, owner, block, 'mock_outputs')
  const called = dependedOn(run, owner, block)
  const attribute = (name: string, at: Span): Evaluated => {
    const output = called ? outputOf(run, called, name, at) : unknown(at, `${reference}.${name}`)
    if (output.kind !== 'unknown' || output.maybe) return output
    const mock = mocks && memberOf(mocks, name)
    const open = output.failed ? unknown(at, `${reference}.${name}`) : output
    return mock ? oneOf([open, mock], at, `${reference}.${name}`) : open
  }
  return unknown(span, reference, { attribute })
}

/** The module of the unit that a block names, with that unit's own inputs. */
function dependedOn(run: Run, owner: Module, block: Declaration): Module | undefined {
  const path = dependencyFile(run, owner, block)
  if (path === undefined) return undefined
  const key = `module of ${path}`
  if (run.configurations.has(key)) return run.configurations.get(key)
  // While it is looked for it may come back to itself.
  run.configurations.set(key, undefined)
  const unit = configured(run, path, folderOf(path))
  const called = unit && targetModule(run, unit, `dependency.${block.labels[0]}.`)
  run.configurations.set(key, called)
  return called
}

/** The file of the unit that a `dependency` block names. */
export function dependencyFile(run: Run, owner: Module, block: Declaration): string | undefined {
  const written = plainOf(attributeOf(run, owner, block, 'config_path'))
  return pathsMeant(written, owner)
    .map((dir) => unitFileIn(run, dir))
    .find((path) => path !== undefined)
}
