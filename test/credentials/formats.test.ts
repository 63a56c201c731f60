import { describe, expect, test } from 'vitest'
import type { Hit } from '../../src/core/rule.ts'
import appsyncKey from '../../src/rules/credentials/appsync-key.ts'
import accessKey from '../../src/rules/credentials/aws-access-key.ts'
import bedrockKey from '../../src/rules/credentials/aws-bedrock-key.ts'
import sessionToken from '../../src/rules/credentials/aws-session-token.ts'
import credentialFile from '../../src/rules/credentials/credential-file.ts'
import { expand, fake } from '../support/placeholders.ts'
import { type Expected, formats } from './formats.ts'
import { hitsIn, textAt } from './hits.ts'

const awsRules = [accessKey, sessionToken, bedrockKey, appsyncKey, credentialFile]

const SEVERITY: Record<Expected, string> = {
  pair: 'critical',
  temporary: 'critical',
  id: 'high',
  temporaryId: 'medium',
  secret: 'high',
}
const PARTS: Record<Expected, string[]> = {
  pair: ['id', 'secret'],
  temporary: ['id', 'secret', 'token'],
  id: ['id'],
  temporaryId: ['id'],
  secret: ['secret'],
}

describe('a format that AWS keys are written in gives one finding with the halves that are there', () => {
  test.each(formats.map((format) => [format.name, format] as const))('%s', async (_, { file, text, expected }) => {
    const source = expand(text)
    const hits = await hitsIn(awsRules, file, source)
    expect(hits.map(describeHit(source))).toEqual([{ severity: SEVERITY[expected], parts: PARTS[expected] }])
  })
})

/** Names what stands at a span instead of printing it: a failing test must not print a wall of keys. */
function describeHit(source: string) {
  const names = new Map([
    [fake('AWS_ID'), 'id'],
    [fake('AWS_TEMP_ID'), 'id'],
    [fake('AWS_SECRET'), 'secret'],
    [fake('AWS_SESSION_TOKEN'), 'token'],
  ])
  const nameOf = (text: string) => {
    const plain = names.get(text)
    if (plain) return plain
    const inside = Buffer.from(text, 'base64').toString('latin1')
    for (const [value, name] of names) if (inside.includes(value)) return name
    return /^Zq3vT8/.test(text) ? 'secret' : text
  }
  return (hit: Hit) => ({
    severity: hit.severity,
    parts: [hit.span, ...(hit.secretSpans ?? [])].map((span) => nameOf(textAt(source, span))),
  })
}
