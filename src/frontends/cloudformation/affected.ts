import { nameOf } from '../../core/paths.ts'
import type { Tree } from '../../core/tree.ts'
import { mayGiveTo, mayHoldParameters, saysValues } from './parameter-files.ts'

/** By its name: a template, or a file of parameters for one. */
export const mayBeTemplateFile = (path: string): boolean => /\.(?:ya?ml|json|template|cfn|cform)$/i.test(path)

/** May a change of the file change what a template comes to? */
export const mayChangeTemplates = (path: string): boolean => mayBeTemplateFile(path) || mayHoldParameters(path)

const TAKES_ANOTHER = /TemplateURL|TemplateBody|AWS::Serverless::Application|AWS::Include/
const HAS_PARAMETERS = /^\s*"?Parameters"?\s*:/m
/** A template, or a piece that one may take in. */
const PIECE = /\b(?:AWS|Fn)::|!(?:Ref|Sub|GetAtt)\b|["']?Effect["']?\s*:/

/**
 * Templates whose outcome may change with the files at `changed`: those that make stacks of them, and those that are given
 * their values.
 */
export function templatesTaking(tree: Tree, changed: readonly string[]): string[] {
  const documents = changed.filter(mayBeTemplateFile)
  const texts = documents.map((path) => tree.read(path)?.text ?? '')
  const names = documents.map(nameOf).filter((_, at) => HAS_PARAMETERS.test(texts[at]!) || PIECE.test(texts[at]!))
  const givers = changed.flatMap((path) => {
    const text = mayHoldParameters(path) ? (tree.read(path)?.text ?? '') : ''
    return saysValues(text) ? [{ path, text }] : []
  })
  if (names.length === 0 && givers.length === 0) return []
  return tree.paths.filter((path) => {
    if (!mayBeTemplateFile(path)) return false
    const near = givers.some((giver) => mayGiveTo(giver.path, giver.text, path))
    const text = tree.read(path)?.text ?? ''
    const takes = TAKES_ANOTHER.test(text) && names.some((name) => text.includes(name))
    return takes || (near && HAS_PARAMETERS.test(text) && /\bResources\b/.test(text))
  })
}
