import { describe, expect, test } from 'vitest'
import type { Finding, Report } from '../../src/core/finding.ts'
import { lineHashes } from '../../src/report/sarif/line-hash.ts'
import { renderSarif, type SarifOptions } from '../../src/report/sarif/sarif.ts'
import { run } from '../../src/run.ts'
import { fake } from '../support/placeholders.ts'
import { Repository } from '../support/repository.ts'
import { expectGolden } from './golden.ts'
import { BROKEN, EMPTY, finding, HOSTILE, place, RICH, SECOND } from './sample.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document read back
const runOf = (report: Report, options?: SarifOptions): any => JSON.parse(renderSarif(report, options)).runs[0]
// biome-ignore lint/suspicious/noExplicitAny: a document read back
const resultOf = (over: Partial<Finding>, options?: SarifOptions): any =>
  runOf({ ...EMPTY, findings: [finding(over)] }, options).results[0]

// `scripts/validate-sarif.js` runs Microsoft's validator over these two files.
test('a pull request with a bit of everything', () => {
  expectGolden('rich.sarif', renderSarif(RICH))
})

test('hostile names', () => {
  expectGolden('hostile.sarif', renderSarif(HOSTILE))
})

describe('the run', () => {
  test('a broken scan did not succeed, and says why', () => {
    const [invocation] = runOf(BROKEN).invocations
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 2, exitCodeDescription: BROKEN.reason })
    expect(invocation.toolExecutionNotifications[0]).toMatchObject({
      level: 'error',
      descriptor: { id: 'unreadable-range' },
    })
  })

  test('a clean scan has an empty list of results, which closes old alerts', () => {
    expect(runOf(EMPTY).results).toEqual([])
  })

  test('every result points at its rule, also at one that the report does not describe', () => {
    const run = runOf(RICH)
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(run.results.map((result: { ruleId: string }) => result.ruleId)).toContain('credentials/private-key')
  })

  test('rules carry what GitHub sorts by', () => {
    const [rule] = runOf(RICH).tool.driver.rules
    expect(rule.properties).toMatchObject({
      'security-severity': '9.5',
      precision: 'high',
      tags: ['security', 'external/cwe/cwe-798'],
    })
    const many = {
      ...RICH,
      rules: [{ ...RICH.rules[0]!, cwe: Array.from({ length: 30 }, (_, index) => `CWE-${index}`) }],
    }
    expect(runOf(many).tool.driver.rules[0].properties.tags).toHaveLength(10)
  })
})

describe('places', () => {
  const uriOf = (uri: string) =>
    resultOf({ location: place(uri, 1, 1, 1, 2) }).locations[0].physicalLocation.artifactLocation.uri

  test.each([
    ['a b/ä#?.tf', 'a%20b/%C3%A4%23%3F.tf'],
    ['100%/x.tf', '100%25/x.tf'],
    ['C:evil.tf', 'C%3Aevil.tf'],
    ['back\\slash.tf', 'back%5Cslash.tf'],
    ['/etc/passwd', 'etc/passwd'],
    ['../../up.tf', '%2E%2E/%2E%2E/up.tf'],
    ['bad\ud800surrogate', 'bad%EF%BF%BDsurrogate'],
    ['<stdin>', '%3Cstdin%3E'],
  ])('%s', (path, uri) => expect(uriOf(path)).toBe(uri))

  test('a commit message stands where no file can, and its commit is named', () => {
    const result = runOf(RICH).results.find((each: { message: { text: string } }) =>
      each.message.text.includes('commit message'),
    )
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(`.git/commit-message/${SECOND}`)
    expect(result.message.text).toContain(`commit message of ${SECOND}`)
    expect(result.properties.commit).toBe(SECOND)
  })

  test('what the head no longer holds names its commit', () => {
    const result = resultOf({
      atHead: false,
      secret: true,
      location: { ...place('x.env', 4, 1, 4, 2), commit: SECOND },
    })
    expect(result.message.text).toMatch(/Found in x\.env:4:1 in commit beef123\..*Rotate/)
  })

  test('the snippet is exactly the region', () => {
    expect(
      resultOf({ location: place('main.tf', 4, 2, 4, 13) }).locations[0].physicalLocation.region.snippet.text,
    ).toBe('http_tokens')
  })

  test('a line of 5 MB does not come along', () => {
    const lines = [`${'x'.repeat(2_500_000)}SECRET${'y'.repeat(2_500_000)}`]
    const report = {
      ...EMPTY,
      findings: [
        finding({ snippet: { startLine: 1, lines }, location: place('a.min.js', 1, 2_500_001, 1, 2_500_007) }),
      ],
    }
    expect(renderSarif(report).length).toBeLessThan(20_000)
    expect(runOf(report).results[0].locations[0].physicalLocation.region.snippet.text).toBe('SECRET')
  })

  test.each([1, 400, 501, 3000, 90_000])(
    'a key at column %d of a long line has its snippet, its line and its place',
    async (column) => {
      const id = fake('AWS_ID')
      const text = `a\n${' '.padStart(column - 1, 'x ').slice(0, column - 1)}${id} ${'y '.repeat(3000)}\nb\n`
      const [result] = runOf(await scanned({ 'app.js': text })).results
      const { region, contextRegion } = result.locations[0].physicalLocation
      expect(region).toMatchObject({ startLine: 2, startColumn: column, charOffset: 1 + column })
      expect(region.snippet.text).toMatch(/^AKIA\*+\w{4}$/)
      expect(contextRegion.snippet.text).toContain(region.snippet.text)
    },
  )

  test('every place of a secret is told, however many there are', async () => {
    const id = fake('AWS_ID')
    const text = Array.from({ length: 60 }, (_, at) => `key_${at} = ${id}\n`).join('')
    const { results } = runOf(await scanned({ 'a.txt': text }))
    expect(results).toHaveLength(1)
    const lines = results[0].relatedLocations.map(
      (related: { physicalLocation: { region: { startLine: number } } }) => related.physicalLocation.region.startLine,
    )
    expect(lines).toEqual(Array.from({ length: 59 }, (_, at) => at + 2))
  })

  test('no more than 1,000 locations', () => {
    const relatedLocations = Array.from({ length: 5000 }, () => ({ ...place('a.tf', 1, 1, 1, 2), message: 'here' }))
    expect(resultOf({ relatedLocations }).relatedLocations).toHaveLength(999)
  })
})

/** A full scan of some files, for what only real findings have. */
async function scanned(files: Record<string, string>): Promise<Report> {
  const repository = new Repository()
  try {
    repository.commit('all', files)
    const root = repository.root
    const scope = { kind: 'commit', revision: 'HEAD' } as const
    const lists = { paths: [], pathsIgnore: [] }
    return await run({
      root,
      scope,
      policyFrom: 'repository',
      ...lists,
      today: '2026-10-01',
      now: () => 0,
      env: process.env,
    })
  } finally {
    repository.dispose()
  }
}

test('rules are those that have results', () => {
  const { rules } = runOf({ ...RICH, findings: [finding()] }).tool.driver
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(['network/imdsv1'])
})

test('brackets of a file name are no link', () => {
  const message = 'see [click](1) and [x](https://evil.example)'
  expect(resultOf({ message }).message.text).toContain('\\[click\\](1) and \\[x\\](https://evil.example)')
  expect(resultOf({ message: 'Resource is ["*"]' }).message.text).toContain('["*"]')
})

test('suppressions and the base are told apart', () => {
  const suppressed = resultOf({
    suppression: { kind: 'inSource', mechanism: 'keylatch:ignore', justification: 'known' },
  })
  expect(suppressed.suppressions).toEqual([
    { kind: 'inSource', status: 'accepted', justification: 'known', properties: { mechanism: 'keylatch:ignore' } },
  ])
  expect(resultOf({ state: 'existing' }).baselineState).toBe('unchanged')
  expect(runOf(RICH, { suppressed: false }).results.some((each: { suppressions?: unknown }) => each.suppressions)).toBe(
    false,
  )
})

test('a fix is a replacement in its file', () => {
  const result = runOf(RICH).results.find((each: { fixes?: unknown }) => each.fixes)
  expect(result.fixes[0].artifactChanges[0]).toMatchObject({
    artifactLocation: { uri: 'infra/web.tf' },
    replacements: [{ deletedRegion: { startLine: 21, startColumn: 19 }, insertedContent: { text: '"required"' } }],
  })
})

describe('primaryLocationLineHash', () => {
  // The values are those of the tests of github/codeql-action.
  test.each([
    ['', ['c129715d7a2bc9a3:1']],
    [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
    [
      ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n',
      [
        'e9496ae3ebfced30:1',
        'fb7c023a8b9ccb3f:1',
        'ce8ba1a563dcdaca:1',
        'e20e36e16fcb0cc8:1',
        'b3edc88f2938467e:1',
        'c8e28b0b4002a3a0:1',
        'c129715d7a2bc9a3:1',
      ],
    ],
  ])('of %j', (text, hashes) => expect(lineHashes(text)).toEqual(hashes))

  test('counts the same line up', () => {
    expect(lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10)).slice(4, 7)).toEqual([
      'a7f2ff13bc495cf2:5',
      'a7f2ff13bc495cf2:6',
      'a7f2ff1481e87703:1',
    ])
  })

  const textOf = () => ' a\nb\n  \t\tc\n d'
  const at = { location: place('x.tf', 2, 1, 2, 2) }

  test('is left to upload-sarif unless the text is given', () => {
    expect(resultOf(at).partialFingerprints).toEqual({ 'keylatch/v1': finding().fingerprint })
    expect(resultOf(at, { textOf }).partialFingerprints.primaryLocationLineHash).toBe('54703d4cd895b18:1')
  })

  test('a secret is never hashed into it, nor what the head does not hold', () => {
    const own = `${finding().fingerprint.slice(0, 16)}:1`
    expect(resultOf({ ...at, secret: true }, { textOf }).partialFingerprints.primaryLocationLineHash).toBe(own)
    expect(resultOf({ ...at, atHead: false }, { textOf }).partialFingerprints.primaryLocationLineHash).toBe(own)
  })
})
