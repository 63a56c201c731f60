import { defineRule } from '../../core/rule.ts'
import { locate } from '../../core/text.ts'

/** `curl http://… | sh`, `sh -c "$(wget -qO- http://…)"`, `bash <(curl http://…)`, PowerShell's `iex`. */
const SHAPES = [
  /\b(?:curl|wget|fetch)\b[^\n;&]*?(?<url>http:\/\/[^\s"'|;)]+)[^\n;&]*?\|\s*(?:sudo\s+(?:-\w+\s+)*)?(?:ba|da|z|k)?sh\b/dg,
  /\b(?:ba|da|z|k)?sh\s+(?:-c\s+["']?\$\(|<\()\s*(?:curl|wget)\b[^\n)]*?(?<url>http:\/\/[^\s"')]+)/dg,
  /\b(?:iex|Invoke-Expression)\b[^\n]*?(?<url>http:\/\/[^\s"')]+)/dgi,
  /\b(?<url>http:\/\/[^\s"')]+)[^\n]*\|\s*(?:iex|Invoke-Expression)\b/dgi,
]

/** Addresses that do not leave the machine. */
const LOCAL = /^http:\/\/(?:localhost|127\.|169\.254\.169\.254|\[::1\]|\[fd00:ec2::254\])/

export default defineRule({
  meta: {
    id: 'user-data/remote-script',
    title: 'Script from the network is run over plain HTTP',
    severity: 'note',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description: 'Whoever stands between the machine and the server, or answers for its name, runs code as root on it.',
    remediation: 'Fetch over HTTPS and compare a checksum before running, or bake the software into the image.',
    cwe: ['CWE-494', 'CWE-319'],
    references: ['https://cwe.mitre.org/data/definitions/494.html'],
  },
  on: 'script',
  *check({ text }) {
    for (const shape of SHAPES) {
      for (const match of text.value.matchAll(shape)) {
        const url = match.indices?.groups?.url
        if (!url || LOCAL.test(match.groups!.url!)) continue
        yield {
          span: locate(text, ...url),
          message: 'A script fetched over plain HTTP is run.',
          element: match.groups!.url!,
        }
      }
    }
  },
})
