import type { OwnSecret } from '../../core/own-secret.ts'
import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { locate, type MappedText } from '../../core/text.ts'
import { freshIn, viewsOf } from './views.ts'

export default defineRule({
  meta: {
    id: 'credentials/own-credential',
    title: 'Credential that this machine works with',
    severity: 'critical',
    about: 'secret',
    domain: 'credentials',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    certain: true,
    description:
      'The exact secret of a login of this machine stands in what is committed: of ~/.aws/credentials, of a variable such as AWS_SECRET_ACCESS_KEY, of gh, npm or Docker. It works, whatever it looks like. It is looked for with --own-credentials and in hooks, also encoded, and is never printed nor stored.',
    remediation:
      'Take it out before the commit. If it was committed, revoke it: whoever has the commit has the login. Let programs read it from where it is kept.',
    cwe: ['CWE-798'],
    references: ['https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html'],
  },
  on: 'text',
  *check({ text }, { unit, ownSecrets = [] }): Generator<Hit> {
    if (ownSecrets.length === 0) return
    const places = new Set<number>()
    for (const view of viewsOf(text, unit)) {
      for (const { what, start, end } of found(view, unit.of(writtenForms, ownSecrets))) {
        const span = locate(view, start, end)
        if (!freshIn(view, start, end) || places.has(span.start)) continue
        places.add(span.start)
        yield {
          span,
          message: `This is ${what}, which this machine works with.`,
          secret: true,
          secretValue: view.value.slice(start, end),
        }
      }
    }
  },
})

interface WrittenForm {
  readonly what: string
  readonly form: string
}

function* found({ value }: MappedText, forms: readonly WrittenForm[]) {
  for (const { what, form } of forms)
    for (let at = value.indexOf(form); at !== -1; at = value.indexOf(form, at + form.length))
      yield { what, start: at, end: at + form.length }
}

/** As it is, and as it is written when something encodes it, alone or within something longer; the longest first. */
function writtenForms(secrets: readonly OwnSecret[]): WrittenForm[] {
  return secrets
    .flatMap(({ what, value }) => {
      const hex = Buffer.from(value).toString('hex')
      const base64 = [0, 1, 2].map((offset) => base64Within(value, offset))
      const forms = new Set([
        value,
        encodeURIComponent(value),
        JSON.stringify(value).slice(1, -1),
        [...value].reverse().join(''),
        hex,
        hex.toUpperCase(),
        ...base64,
        ...base64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_')),
      ])
      return [...forms].map((form) => ({ what, form }))
    })
    .sort((a, b) => b.form.length - a.form.length)
}

/** What of its base64 is the same whatever stands before it, `offset` bytes behind a group, and after it. */
function base64Within(value: string, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)])
  const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString('base64')
  return offset === 0 ? whole : whole.slice(4)
}
