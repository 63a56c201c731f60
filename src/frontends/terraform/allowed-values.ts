import { saysGrant } from '../../extract/other-values.ts'
import type { Expression } from '../../languages/hcl/syntax.ts'
import type { Bound, Declaration, ModuleSource } from './scope.ts'
import type { VariableFile } from './variable-files.ts'

/** Values that a module is judged with for what it may be given. */
const MOST = 12

export interface AllowedValue {
  readonly file: VariableFile
  readonly words: string
}

/** Each value that a variable may have besides its default, where a `validation` lists them: `contains([…], var.x)`. */
export function allowedValues({ variables, givens }: ModuleSource): AllowedValue[] {
  const found = [...variables].flatMap(([name, declaration]) =>
    givens.has(name) ? [] : listed(name, declaration).flatMap((bound) => allowed(name, bound, declaration)),
  )
  return found.slice(0, MOST)
}

function allowed(name: string, bound: Bound, declaration: Declaration): AllowedValue[] {
  const value = writtenIn(bound)
  const usual = declaration.attributes.get('default')
  if (!saysGrant(value) || value === (usual && writtenIn(usual))) return []
  const path = declaration.header.uri
  return [
    {
      file: { path, givens: new Map([[name, bound]]) },
      words: `\`var.${name}\` is \`${value.replace(/^"|"$/g, '')}\`, which it may be`,
    },
  ]
}

const writtenIn = ({ attribute: { value }, origin }: Bound): string => origin.text.value.slice(value.start, value.end)

function listed(name: string, { blocks }: Declaration): Bound[] {
  return blocks.flatMap(({ block, origin }) => {
    const condition = block.type === 'validation' && block.body.attributes.find((one) => one.name === 'condition')
    if (!condition) return []
    return alternatives(condition.value, name).map((value) => {
      const { start, end } = value
      return { attribute: { name, start, nameEnd: start, end, value }, origin }
    })
  })
}

/** The literals of `contains([…], var.name)`, alone or beside `var.name == null ||`. */
function alternatives(expression: Expression, name: string): readonly Expression[] {
  switch (expression.kind) {
    case 'group':
      return alternatives(expression.of, name)
    case 'binary':
      return expression.operator === '||'
        ? [...alternatives(expression.left, name), ...alternatives(expression.right, name)]
        : []
    case 'call': {
      const [list, sought] = expression.items
      if (expression.name !== 'contains' || list?.kind !== 'tuple' || !sought || !isVariable(sought, name)) return []
      return list.items.filter((item) => item.kind === 'template' && item.parts.every(({ kind }) => kind === 'text'))
    }
    default:
      return []
  }
}

function isVariable(expression: Expression, name: string): boolean {
  return (
    expression.kind === 'get' &&
    expression.name === name &&
    expression.of.kind === 'name' &&
    expression.of.name === 'var'
  )
}
