import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'

/** What runs a script that comes through a pipe. */
const PIPED = /\|\s*(?:(?:sudo\s+(?:-\w+\s+){0,5})?(?:ba|da|z|k)?sh|(?<powershell>iex|Invoke-Expression))\b/gi
/** What runs a script that it fetches itself, and how far along the line the address may stand. */
const FETCHING =
  /\b(?:(?:ba|da|z|k)?sh\s+(?:-c\s+["']?\$\(|<\()\s*(?:curl|wget)\b(?=[^\n)]{0,300}?http:)|(?:iex|Invoke-Expression)\b(?=[^\n]{0,300}?http:))/gi
const ADDRESS = /\bhttp:\/\/[^\s"'|;)]+/gi

/** So far before the pipe a download may begin. Bounds keep lines of a megabyte linear. */
const REACH = 1000
const MOST_PIPES = 20_000
/** As many as anybody reads about one script. */
const MOST = 500

/** Addresses that do not leave the machine. */
const LOCAL = /^http:\/\/(?:localhost|127\.|169\.254\.169\.254|\[::1\]|\[fd00:ec2::254\])/

export default defineRule({
  meta: {
    id: 'user-data/remote-script',
    title: 'Script from the network is run over plain HTTP',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description: 'Whoever stands between the machine and the server, or answers for its name, runs code as root on it.',
    remediation: 'Fetch over HTTPS and compare a checksum before running, or bake the software into the image.',
    cwe: ['CWE-494', 'CWE-319'],
    references: ['https://cwe.mitre.org/data/definitions/494.html'],
  },
  on: 'script',
  *check({ text }) {
    const seen = new Set<number>()
    for (const { index, value } of fetchedScripts(text.value)) {
      if (seen.has(index) || LOCAL.test(value)) continue
      seen.add(index)
      if (seen.size > MOST) return
      yield {
        span: locate(text, index, index + value.length),
        message: 'A script fetched over plain HTTP is run.',
        element: value,
      }
    }
  },
})

interface Address {
  readonly index: number
  readonly value: string
}

/** `curl http://… | sh`, `sh -c "$(wget -qO- http://…)"`, `bash <(curl http://…)`, PowerShell's `iex`. */
function* fetchedScripts(text: string): Generator<Address> {
  if (!/http:\/\//i.test(text)) return
  let pipes = 0
  for (const { index, groups } of text.matchAll(PIPED)) {
    if (++pipes > MOST_PIPES) break
    const before = text.slice(Math.max(0, index - REACH), index)
    const ends = groups?.powershell ? ['\n'] : ['\n', ';', '&&', ' & ']
    const command = before.slice(Math.max(...ends.map((end) => before.lastIndexOf(end))) + 1)
    const download = groups?.powershell ? 0 : command.search(/\b(?:curl|wget|fetch)\b/)
    if (download !== -1) yield* firstAddress(text, index - command.length + download, index)
  }
  for (const { index, 0: call } of text.matchAll(FETCHING)) {
    const start = index + call.length
    yield* firstAddress(text, start, start + REACH)
  }
}

function* firstAddress(text: string, start: number, end: number): Generator<Address> {
  const found = text.slice(start, end).matchAll(ADDRESS).next().value
  if (found) yield { index: start + found.index, value: found[0] }
}
