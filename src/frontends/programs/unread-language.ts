import type { Source } from '../../core/source.ts'
import { type Read, readOf } from '../front-end.ts'

/** Programs in languages that are not read, by how they name a library that makes infrastructure. */
const LIBRARIES: readonly (readonly [language: string, extensions: string, uses: RegExp])[] = [
  ['Go', 'go', /"github\.com\/(?:aws\/aws-cdk-go|pulumi\/pulumi-aws)\//],
  ['C#', 'cs', /\busing\s+(?:Amazon\.CDK|Pulumi\.Aws(?:Native)?)\b/],
  ['F#', 'fs', /\bopen\s+(?:Amazon\.CDK|Pulumi\.Aws)\b/],
  ['Java', 'java', /\bimport\s+(?:static\s+)?(?:software\.amazon\.awscdk|com\.pulumi\.aws)\b/],
  ['Kotlin', 'kt', /\bimport\s+(?:software\.amazon\.awscdk|com\.pulumi\.aws)\b/],
]

const GRANTS = /iam|polic|role|grant|principal/i

/**
 * What such a program grants is not known, and is said to be so: silence would say that it grants nothing. Undefined for
 * programs in other languages.
 */
export function unreadProgram({ uri, text }: Source): Read | undefined {
  const known = LIBRARIES.find(([, extension]) => uri.endsWith(`.${extension}`))
  if (!known) return undefined
  const [language, , uses] = known
  if (!uses.test(text) || !GRANTS.test(text)) return readOf([])
  const message = `${uri}: infrastructure in ${language} is searched for secrets only: what it grants is not read. Scan what it makes: \`cdk synth\`, \`pulumi preview --json\`.`
  return readOf([], [{ level: 'note', id: 'unread-language', message, location: { uri } }])
}

export const UNREAD_LANGUAGES = LIBRARIES.map(([, extension]) => extension)
