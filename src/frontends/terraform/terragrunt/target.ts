import { UNKNOWN } from '../../../core/text.ts'
import type { Entry } from '../../../core/value.ts'
import { namedIn } from '../calls.ts'
import { type Declaration, type Module, type ModuleSource, newModule, placeOf, type Run } from '../scope.ts'
import { alternativesOf, type Evaluated, textOf } from '../value.ts'
import { attributeOf, blocksOf, boundValue, pathsMeant, withIncluded } from './configured.ts'
import { extraArgument } from './extra-arguments.ts'

/** Where the module of a unit is from, as far as it is known. */
export function sourceWritten(run: Run, unit: Module): { text: string; owner: Module } | undefined {
  for (const owner of withIncluded(unit)) {
    for (const block of blocksOf(owner, 'terraform')) {
      const value = attributeOf(run, owner, block, 'source')
      if (value) return { text: textOf(value)?.value ?? UNKNOWN, owner }
    }
  }
  return undefined
}

/** The folder of the module that a unit runs, when it is in the tree: the unit's own where it names none. */
export function targetDir(run: Run, unit: Module): string | undefined {
  const written = sourceWritten(run, unit)
  if (!written) return [unit.rootDir, unit.source.dir].find((dir) => run.load(dir) !== undefined)
  const path = written.text.replace(/\?[^\n]*$/, '')
  if (path.includes(UNKNOWN) || isElsewhere(path)) return undefined
  return pathsMeant(path, written.owner).find((dir) => run.load(dir) !== undefined)
}

/** A registry, a git repository, an archive by its address. */
export function isElsewhere(source: string): boolean {
  return /^(?:[a-z0-9]+::|[a-z0-9]+:\/\/|[\w.-]+@|(?:github|gitlab|bitbucket)\.\w+\/)/i.test(source)
}

/** The module that a unit runs, with what the unit gives to it. */
export function targetModule(run: Run, unit: Module, prefix = ''): Module | undefined {
  const dir = targetDir(run, unit)
  const source = dir === undefined ? undefined : run.load(dir)
  return source && newModule(source, { prefix, arguments: givenTo(run, unit, source) })
}

function givenTo(run: Run, unit: Module, target: ModuleSource): NonNullable<Module['arguments']> {
  const names = [...target.variables.keys(), ...target.givens.keys()]
  return new Map(
    names.map((name) => [
      name,
      () => extraArgument(run, unit, name) ?? inputNamed(run, unit, name) ?? ownGiven(run, target, name),
    ]),
  )
}

function ownGiven(run: Run, { givens }: ModuleSource, name: string): Evaluated | undefined {
  const bound = givens.get(name)
  return (
    bound && run.evaluate(bound.attribute.value, { run, origin: bound.origin, module: undefined, names: undefined })
  )
}

function inputNamed(run: Run, unit: Module, name: string): Evaluated | undefined {
  for (const owner of withIncluded(unit)) {
    const inputs = owner.source.configuration?.attributes.get('inputs')
    const found = inputs && namedIn(boundValue(run, owner, inputs), name)
    if (found) return found
  }
  return undefined
}

/** What the unit gives to a module that is not in the tree, as a call of it. */
export function inputsCall(unit: Module): Declaration | undefined {
  for (const { source } of withIncluded(unit)) {
    const inputs = source.configuration?.attributes.get('inputs')
    if (!inputs) continue
    const { attribute, origin } = inputs
    return {
      type: 'inputs',
      labels: ['inputs'],
      attributes: new Map([['inputs', inputs]]),
      blocks: [],
      origin,
      span: placeOf(origin, attribute.start, attribute.end),
      header: placeOf(origin, attribute.start, attribute.nameEnd),
    }
  }
  return undefined
}

/** All that a unit gives, for a module that nobody sees. */
export function inputEntries(run: Run, unit: Module): Entry[] {
  const found = new Map<string, Entry>()
  for (const owner of withIncluded(unit).toReversed()) {
    const inputs = owner.source.configuration?.attributes.get('inputs')
    for (const one of inputs ? alternativesOf(boundValue(run, owner, inputs)) : []) {
      for (const entry of one.kind === 'map' ? one.entries : []) found.set(entry.key, entry)
    }
  }
  return [...found.values()]
}
