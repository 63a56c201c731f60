import { describe, expect, test } from 'vitest'
import { Analysis } from '../../src/core/analysis.ts'
import type { Hit, RuleContext } from '../../src/core/rule.ts'
import { wholeText } from '../../src/core/text.ts'
import { yamlValue } from '../../src/languages/yaml/yaml.ts'
import { edited } from '../../src/run/fixes.ts'
import { placedEdit } from '../../src/scan/edits.ts'
import rule from '../../src/rules/workflow/static-aws-keys.ts'
import { fake } from '../support/placeholders.ts'

const context: RuleContext = { trustedAccounts: new Set(), unit: new Analysis([]), notify: () => {} }

function hitsIn(text: string): Hit[] {
  const uri = '.github/workflows/deploy.yml'
  const { value } = yamlValue(wholeText({ uri, text }))
  const span = { uri, start: 0, end: text.length }
  const hits = rule.check({ kind: 'workflow', anchor: '', span, document: value! }, context)
  return [...(hits as Iterable<Hit>)]
}

function fixed(text: string, [hit]: Hit[]): string {
  return [...hit!.fix!].reverse().reduce((now, { span, text }) => now.slice(0, span.start) + text + now.slice(span.end), text)
}

/** As the engine places it, where it takes an entry's indent. */
function placed(text: string, [hit]: Hit[]): string {
  const edits = (hit!.fix ?? []).map((edit) => placedEdit(edit, text))
  return edited(
    text,
    edits.map(({ span, text: put }) => ({ offset: span.start, length: span.end - span.start, text: put })),
  )
}

const step = (permissions: string, inputs: string) => `on: push
${permissions}
jobs:
  deploy:
    steps:
      - name: Log in
        uses: aws-actions/configure-aws-credentials@v4
        with:
${inputs}
`
const WRITE = 'permissions: { id-token: write }'
const KEYS = `          aws-access-key-id: "\${{ secrets.A }}"
          aws-secret-access-key: \${{ secrets.B }}`

test('the remedy is the OIDC form of that very step', () => {
  const [hit] = hitsIn(step('', `${KEYS}\n          aws-region: eu-west-1`))
  expect(hit!.message).toBe('Step `Log in` logs in to AWS with a long-lived key (`secrets.A`, `secrets.B`).')
  expect(hit!.remediation).toContain('permissions:\n  id-token: write\n  contents: read')
  expect(hit!.remediation).toContain(`- name: Log in
  uses: aws-actions/configure-aws-credentials@v4
  with:
    role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME
    aws-region: eu-west-1`)
  expect(hit!.fix).toBeUndefined()
})

test('where a role and the permission are there, the fix takes the keys out and nothing else', () => {
  const rest = '          aws-region: eu-west-1\n          role-to-assume: arn:aws:iam::111122223333:role/x'
  const text = step(WRITE, `${KEYS}\n${rest}`)
  expect(fixed(text, hitsIn(text))).toBe(step(WRITE, rest))
  const apart = step(WRITE, `          aws-access-key-id: \${{ secrets.A }}\n${rest.replace('\n', '\n          aws-secret-access-key: ${{ secrets.B }}\n')}`)
  expect(fixed(apart, hitsIn(apart))).toBe(step(WRITE, rest))
})

test.each([
  ['where the job takes every permission away', `${WRITE}\n`, '          role-to-assume: x\n'],
  ['without a role', WRITE, '          aws-region: eu-west-1\n'],
  ['where a comment stands between', WRITE, '          # the role of the deployment, see the wiki\n          role-to-assume: x\n'],
  ['where the keys come last', WRITE, ''],
])('no fix %s', (title, permissions, rest) => {
  const before = rest === '' ? '          role-to-assume: x\n' : ''
  const text = step(permissions, `${before}${KEYS}\n${rest}`)
  const own = title.includes('takes') ? text.replace('    steps:', '    permissions: {}\n    steps:') : text
  const hits = hitsIn(own)
  expect(hits).toHaveLength(1)
  expect(hits[0]!.fix).toBeUndefined()
})

test('where the job says what it may, the permission is put in as a line; the role is that of another step', () => {
  const text = step('permissions:\n  contents: read', `${KEYS}\n          aws-region: eu-west-1`)
  const other = '      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          role-to-assume: arn:aws:iam::111122223333:role/plan\n'
  expect(hitsIn(text)[0]!.fix).toBeUndefined()
  const [hit] = hitsIn(text + other)
  const whole = placed(text + other, [hit!])
  expect(whole).toContain('permissions:\n  id-token: write\n  contents: read\n')
  expect(whole).toContain(
    '        with:\n          role-to-assume: arn:aws:iam::111122223333:role/plan\n          aws-region: eu-west-1\n',
  )
  expect(whole).not.toContain('secrets.')
})

test('a key that is written out is left to the rules on credentials, the stored half beside it is told', () => {
  const id = `env:\n  AWS_ACCESS_KEY_ID: ${fake('AWS_ID')}\n`
  expect(hitsIn(`${id}  AWS_SECRET_ACCESS_KEY: ${fake('AWS_SECRET')}\n`)).toEqual([])
  const [hit] = hitsIn(`${id}  AWS_SECRET_ACCESS_KEY: \${{ secrets.S }}\n`)
  expect(JSON.stringify(hit)).not.toContain(fake('AWS_ID'))
  expect(hit!.message).toContain('(`secrets.S`)')
})

test('what people call a step cannot shape a message', () => {
  const [hit] = hitsIn(step('', KEYS).replace('Log in', '"a `b`\\n::error::c"'))
  expect(hit!.message).toContain('Step `a b ::error::c` logs in')
})

test('a hundred thousand opened expressions are read once', () => {
  const started = performance.now()
  expect(hitsIn(step('', `          aws-access-key-id: "${'${{ ars'.repeat(1e5)}"`))).toEqual([])
  expect(performance.now() - started).toBeLessThan(15_000)
})

describe('a job that says nothing of what it may', () => {
  const rest = '          role-to-assume: arn:aws:iam::111122223333:role/x'
  const job = (steps: string, above = '') => step(above, `${KEYS}\n${rest}`).replace(/$/, steps)
  const fixOf = (text: string) => hitsIn(text)[0]!.fix

  test('is given what it needs, where that is its own files and a token', () => {
    const steps = '      - uses: actions/checkout@v5\n      - run: |\n          npm ci && npm run build\n          aws s3 sync dist \\\n            s3://site\n'
    const text = job(steps)
    const [before = '', after = ''] = step('', rest).replace(/$/, steps).split('  deploy:\n')
    const block = '    permissions:\n      contents: read\n      id-token: write\n'
    expect(placed(text, hitsIn(text))).toBe(`${before}  deploy:\n${block}${after}`)
  })

  test.each([
    ['a command that pushes', '      - run: git push\n'],
    ['a script of the repository', '      - run: ./deploy.sh\n'],
    ['a command in a command', '      - run: echo "$(gh release list)"\n'],
    ['an action that may do anything', '      - uses: somebody/release@v1\n'],
    ['the token of the job', '      - run: aws s3 ls\n        env: { T: "${{ github.token }}" }\n'],
  ])('is not, with %s', (_, steps) => expect(fixOf(job(steps))).toBeUndefined())

  test('is not, where the token stands above it', () => {
    expect(fixOf(job('', 'env: { T: "${{ secrets.GITHUB_TOKEN }}" }'))).toBeUndefined()
  })
})
