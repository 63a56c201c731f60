import { spanOf } from '../../../core/build-text.ts'
import { sliceText } from '../../../core/text.ts'
import { blocksIn, bodyValue } from '../blocks.ts'
import { textAsGiven } from '../given-texts.ts'
import { readGivens } from '../module.ts'
import type { Module, Run } from '../scope.ts'
import { type Evaluated, memberOf, oneOf, plainOf, stringOf, textOf } from '../value.ts'
import { blockNamed, pathsMeant } from './configured.ts'

/**
 * What `extra_arguments` give to a variable: `-var`, `-var-file`, `TF_VAR_…` and lists of such files.
 * https://terragrunt.gruntwork.io/docs/features/extra-arguments/
 */
export function extraArgument(run: Run, unit: Module, name: string): Evaluated | undefined {
  const owned = blockNamed(unit, 'terraform')
  if (!owned) return undefined
  const [owner, { attributes, blocks, origin, span }] = owned
  const body = bodyValue(attributes.values(), blocks, { run, origin, module: owner, names: undefined }, span)
  const byLabel = blocksIn(memberOf(body, 'extra_arguments'))
  const extras = byLabel.flatMap((one) =>
    one.kind === 'map' ? one.entries.flatMap(({ value }) => blocksIn(value as Evaluated)) : [],
  )
  const found = extras.flatMap((one) => {
    const words = textsIn(memberOf(one, 'arguments'))
    const files = [
      ...words.flatMap((word) => /^-?-var-file=(.+)$/.exec(plainOf(word) ?? '')?.[1] ?? []),
      ...['required_var_files', 'optional_var_files'].flatMap((list) =>
        textsIn(memberOf(one, list)).flatMap((file) => plainOf(file) ?? []),
      ),
    ]
    const variable = memberOf(memberOf(one, 'env_vars'), `TF_VAR_${name}`)
    return [
      ...words.flatMap((word, at) => argumentNamed(word, words[at - 1], name)),
      ...files.flatMap((file) => givenBy(run, owner, file, name)),
      ...(variable ? [textAsGiven(variable)] : []),
    ]
  })
  return found.length > 0 ? oneOf(found, found[0]!.span) : undefined
}

function textsIn(value: Evaluated | undefined): readonly Evaluated[] {
  if (value?.kind === 'list') return value.items as readonly Evaluated[]
  return value?.kind === 'string' ? [value] : []
}

/** `-var=name=value`, or `name=value` after `-var`. */
function argumentNamed(word: Evaluated, before: Evaluated | undefined, name: string): Evaluated[] {
  const text = textOf(word)
  if (!text) return []
  const flag = /^-?-var=/.exec(text.value)?.[0] ?? (/^-?-var$/.test(plainOf(before) ?? '') ? '' : undefined)
  const start = flag === undefined ? '' : `${flag}${name}=`
  if (start === '' || !text.value.startsWith(start)) return []
  const value = sliceText(text, start.length)
  return [textAsGiven(stringOf(value, spanOf(value)))]
}

function givenBy(run: Run, owner: Module, file: string, name: string): Evaluated[] {
  const path = pathsMeant(file, owner).find((one) => run.tree.has(one))
  const source = path === undefined ? undefined : run.tree.read(path)
  if (!source) return []
  run.reads.add(source.uri)
  const bound = readGivens(source, []).findLast(({ attribute }) => attribute.name === name)
  if (!bound) return []
  return [run.evaluate(bound.attribute.value, { run, origin: bound.origin, module: undefined, names: undefined })]
}
