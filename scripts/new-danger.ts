/**
 * Begins a danger: `npm run new:danger reads-logs`. Writes its file, with the words of its rule, and every fixture that the
 * tests demand, below the current directory.
 */
import { begin, refuse } from './begin.ts'
import { demandedFixtures } from './demanded-fixtures.ts'

function main(id = ''): void {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    refuse('Give the danger a name of lower-case letters, digits and dashes: npm run new:danger reads-logs')
    return
  }
  const folder = `test/rules/iam/${id}`
  const file = `src/iam/dangers/${id}.ts`
  const fixtures = [...demandedFixtures(`iam/${id}`, 'policy'), 'expected.txt']
  const texts = {
    [file]: dangerText(id),
    ...Object.fromEntries(fixtures.map((name) => [`${folder}/${name}`, ''])),
  }
  if (!begin(texts, folder)) return
  console.log(`Written: ${file}
         ${folder}/   ${fixtures.join(', ')}

Next:    fill them in, then
         npm run generate
         npm test -- test/rules -u     and read ${folder}/expected.txt
         npm test -- test/compare/dangers.test.ts
How:     docs/adding/a-danger.md`)
}

function dangerText(id: string): string {
  const variable = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return `import type { ActionGrant } from '../grants.ts'
import { narrowedArn, quote, reachOfGrant } from '../messages.ts'
import { tellTogether } from '../tell-together.ts'
import { wideGrant } from '../wide-grants.ts'
import { type Danger, defineDanger } from './danger.ts'

/** Openly and on every resource; the gravest first. */
const ACTIONS: readonly string[] = []

export const ${variable}: Danger<ActionGrant> = defineDanger({
  id: '${id}',
  order: 75,
  example: [],
  actions: () => ACTIONS,
  find: (permissions) => ACTIONS.flatMap((action) => wideGrant(permissions, action)),
  untold: (found, said) => found.filter(({ action }) => !said.actions.has(action)),
  say: (told, said) => said.name(told),
  newlyPermitted: (found) => (found.length > 0 ? ['${id}'] : []),
  words: () => '',
  rule: {
    title: '',
    severity: 'medium',
    description: '',
    remediation: '',
    cwe: [],
    references: [],
    hits: (told) =>
      tellTogether(told, 'medium', (grant) => ({
        message: \`\${quote(grant.name)} … \${reachOfGrant(grant)}\`,
        element: grant.name,
        remediation: \`Name …: Resource \\\`\${narrowedArn(grant.name)}\\\`.\`,
      })),
  },
})
`
}

main(process.argv[2])
