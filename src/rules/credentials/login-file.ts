import { nameOf } from '../../core/paths.ts'
import type { Hit } from '../../core/rule.ts'
import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'
import { isDecoded } from '../../languages/decode/decode.ts'
import { judgeSecret } from '../../secrets/judge.ts'

interface LoginFile {
  readonly what: string
  readonly path: RegExp
  /** With the flags d, g, m; the group `value` is the password or, where `pair` says so, the base64 of `user:password`. */
  readonly pattern: RegExp
  readonly pair?: true
  readonly reference: string
}

/** Files of tools that exist to hold logins, each in a form of its own. */
const LOGIN_FILES: readonly LoginFile[] = [
  {
    what: '.netrc',
    path: /^[._]netrc$/,
    pattern: /\bpassword\s+(?<value>\S{3,200})/dgm,
    reference: 'https://everything.curl.dev/usingcurl/netrc.html',
  },
  {
    what: '.pgpass',
    path: /^(?:\.pgpass|pgpass\.conf)$/,
    pattern: /^(?!#)(?:[^:\n\\]|\\.){1,200}(?::(?:[^:\n\\]|\\.){0,200}){3}:(?<value>[^\n]{3,200}?)[ \t\r]*$/dgm,
    reference: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
  },
  {
    what: '.npmrc',
    path: /^\.npmrc$/,
    pattern: /(?:^|:)_(?:auth|password)\s*=\s*"?(?<value>[A-Za-z0-9+/]{4,400}={0,2})/dgm,
    pair: true,
    reference: 'https://docs.npmjs.com/cli/configuring-npm/npmrc',
  },
  {
    what: 'a Docker configuration',
    path: /^(?:config|dockerconfig|\.?dockerconfigjson|\.dockercfg)(?:\.json)?$/,
    pattern: /"auth"\s*:\s*"(?<value>[A-Za-z0-9+/]{6,2000}={0,2})"/dgm,
    pair: true,
    reference: 'https://docs.docker.com/reference/cli/docker/login/',
  },
  {
    what: '.pypirc',
    path: /^\.pypirc$/,
    pattern: /^\s*password\s*[:=]\s*(?<value>\S{3,400})\s*$/dgm,
    reference: 'https://packaging.python.org/en/latest/specifications/pypirc/',
  },
  {
    what: 'the master key of a Rails application',
    path: /^(?:master|production|staging|development)\.key$/,
    pattern: /^\s*(?<value>[0-9a-f]{32})\s*$/dgm,
    reference: 'https://guides.rubyonrails.org/security.html#custom-credentials',
  },
]

export default defineRule({
  meta: {
    id: 'credentials/login-file',
    title: 'File made to hold logins in the repository',
    severity: 'high',
    about: 'secret',
    domain: 'credentials',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'Files such as .netrc, .pgpass, .npmrc with _auth, .pypirc and the configuration of Docker hold passwords in plain text or in base64, which hides nothing. They belong into the home of one person, not into a repository.',
    remediation:
      'Change the password, take the file out of the repository and add its name to .gitignore. In CI let the tool read a secret from the environment. Deleting the file is not enough, since the history keeps it.',
    cwe: ['CWE-798', 'CWE-538'],
    references: LOGIN_FILES.map(({ reference }) => reference),
  },
  on: 'text',
  *check({ text, uri }): Generator<Hit> {
    const file = isDecoded(text) ? undefined : LOGIN_FILES.find(({ path }) => path.test(nameOf(uri)))
    if (!file) return
    for (const match of text.value.matchAll(file.pattern)) {
      const [start, end] = match.indices!.groups!.value!
      const value = match.groups!.value!
      const judged = judgeSecret({ name: 'password', value: file.pair ? passwordOf(value) : value, takes: 'secret' })
      if (!judged.secret) continue
      yield {
        span: locate(text, start, end),
        message: `A password in ${file.what}.`,
        severity: judged.confidence === 'high' ? 'high' : 'medium',
        confidence: judged.confidence,
        confidenceReason: judged.reason,
        lighterInSamples: 'by-file',
        secret: true,
        secretValue: value,
      }
    }
  },
})

/** Of `user:password` in base64 the password; of base64 without a colon all of it. */
function passwordOf(base64: string): string {
  const decoded = Buffer.from(base64, 'base64').toString('utf8')
  if (!/^[\x20-\x7e]+$/.test(decoded)) return base64
  return decoded.slice(decoded.indexOf(':') + 1)
}
