import type { Severity } from '../../core/finding.ts'
import type { ScriptNode } from '../../core/node.ts'
import type { Edit, Hit } from '../../core/rule.ts'
import { locate, type MappedText } from '../../core/text.ts'
import { wordsOf } from '../../secrets/names.ts'
import { type ScriptSecret, secretsInScript } from './script-secrets.ts'
import { inItsPlace, severityInPlace } from './severity.ts'

/** Hits for the literal secrets of a script; `weight` is the severity of one that looks strong. */
export function* scriptHits(script: ScriptNode, where: string, weight: Severity): Generator<Hit> {
  for (const secret of secretsInScript(script.text)) {
    const value = script.text.value.slice(secret.start, secret.end)
    const fix = substitution(script, secret)
    yield {
      span: locate(script.text, secret.start, secret.end),
      message: `${capital(where)} holds a literal secret, given as \`${secret.given}\`.`,
      ...severityInPlace(
        inItsPlace(secret.judged, { place: script.place, path: script.span.uri, name: secret.name, value }),
        weight,
      ),
      related: script.related,
      secret: true,
      secretValue: value,
      remediation: remedy(secret),
      ...(fix ? { fix } : {}),
    }
  }
}

/** Fetches the secret when the script runs, in the words of the line that holds it now. */
function remedy(secret: ScriptSecret): string {
  const line = secret.assignment ? `${secret.name}=${fetched(secret)}` : fetched(secret)
  return `Keep the secret in AWS Secrets Manager and read it when the script runs: \`${line}\`. Give the instance's role secretsmanager:GetSecretValue on just that secret, and rotate the value that stood here.`
}

/** The edit, where the secret stands as it is written and the shell takes a command in its place. */
function substitution(script: ScriptNode, secret: ScriptSecret): Edit[] | undefined {
  if (!secret.assignment || script.language !== 'shell') return undefined
  if (!standsAsWritten(script.text, secret)) return undefined
  const span = locate(script.text, secret.quotedStart, secret.quotedEnd)
  return [{ span, text: fetched(secret) }]
}

/** In a file or a block of lines, not in a string of another language, where quotes would end it. */
function standsAsWritten({ value, runs }: MappedText, { quotedStart, quotedEnd }: ScriptSecret): boolean {
  return runs.some(
    ({ at, length, start, end }) =>
      at <= quotedStart &&
      quotedEnd <= at + length &&
      end - start === length &&
      value.slice(at, at + length).includes('\n'),
  )
}

function fetched({ name }: ScriptSecret): string {
  const id = wordsOf(name).join('-') || 'my-secret'
  return `"$(aws secretsmanager get-secret-value --secret-id ${id} --query SecretString --output text)"`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
