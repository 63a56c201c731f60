/**
 * Begins a front end: `npm run new:front-end ansible`. Writes its folder with a format of files and one of documents,
 * below the current directory; what it needs is read in `src/frontends/front-end.ts`.
 */
import { begin, refuse } from './begin.ts'

function main(name = ''): void {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    refuse('Give the front end a name of lower-case letters, digits and dashes: npm run new:front-end nomad')
    return
  }
  const folder = `src/frontends/${name}`
  const variable = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const texts = {
    [`${folder}/index.ts`]: indexText(name, variable),
    [`${folder}/${name}.ts`]: nodesText(name, variable),
  }
  if (!begin(texts, folder)) return
  console.log(`Written: ${folder}/index.ts   which files and documents are its own
         ${folder}/${name}.ts   what is made of them

Next:    fill them in, give test/frontends/samples.ts a sample of each format, then
         npm run generate
         npm test -- test/frontends
How:     docs/adding/a-front-end.md`)
}

function indexText(name: string, variable: string): string {
  return `import { nameOf } from '../../core/paths.ts'
import { type FrontEnd, readOf } from '../front-end.ts'
import { ${variable}Nodes } from './${name}.ts'

const ${variable}: FrontEnd = {
  documents: [
    {
      name: '${name}',
      toldBy: 'content',
      mayBe: (text) => text.includes('${name}'),
      owns: (document) => document.kind === 'map' && document.entries.some(({ key }) => key === '${name}'),
      read: (document, _text, path) => readOf(${variable}Nodes(document, nameOf(path))),
    },
  ],
}

export default ${variable}
`
}

function nodesText(name: string, variable: string): string {
  return `import type { AnyNode } from '../../core/node.ts'
import type { Value } from '../../core/value.ts'
import { secretValues } from '../../extract/secret-values.ts'

/** What a document of ${name} sets; \`anchor\` is the name that stays when lines move. */
export function ${variable}Nodes(document: Value, anchor: string): AnyNode[] {
  return secretValues(document, { place: 'provider', anchor })
}
`
}

main(process.argv[2])
