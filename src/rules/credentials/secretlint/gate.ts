/**
 * For each rule of secretlint the literals without which it finds nothing. Most texts have none of them and never reach the
 * engine, which reads 8 to 12 MB a second; this reads some hundreds. A test compares the findings with and without gates.
 */
const LITERALS: Readonly<Record<string, string>> = {
  github: 'gh[pousr]_|github_pat_',
  gitlab: 'glpat-',
  npm: 'npm_|_authToken=|:x-oauth-basic@github',
  docker: 'dckr_pat_',
  slack: 'xox[bpaor]-|xapp-|[Hh][Oo][Oo][Kk][Ss]\\.[Ss][Ll][Aa][Cc][Kk]\\.',
  'hashicorp-vault': 'hv[sbr]\\.',
  '1password': 'ops_ey',
  openai: 'T3BlbkFJ',
  anthropic: 'sk-ant-api0',
  groq: 'gsk_',
  huggingface: 'hf_',
  sendgrid: 'SG\\.',
  shopify: 'shp(?:pa|ca|at|ss)_',
  linear: 'lin_api_',
  notion: 'ntn_',
  grafana: 'glc_|glsa_',
  vercel: 'vc[piark]_',
  databricks: 'dapi',
  figma: 'figd_',
}

const NAMES = Object.keys(LITERALS)
const ANY = new RegExp(Object.values(LITERALS).join('|'))
const EACH = new RegExp(
  Object.values(LITERALS)
    .map((literals) => `(${literals})`)
    .join('|'),
  'g',
)

/** The rules that could find something in a text. */
export function rulesWorthRunning(text: string): Set<string> {
  const rules = new Set<string>()
  if (ANY.test(text)) {
    for (const match of text.matchAll(EACH))
      rules.add(NAMES[match.findIndex((group, at) => at > 0 && group !== undefined) - 1]!)
  }
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) addressRules(text, at, rules)
  return rules
}

const WEB = /(?:https?|ftps?)$/
const DATABASE = /(?:mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?)$/i
const WEB_USER = /[-a-zA-Z0-9_]{1,256}:[-a-zA-Z0-9_]{1,256}@/y
const DATABASE_USER = /[^:/\s]{1,100}:[^@/\s]{1,200}@/y

/** Addresses are everywhere; those with a user name and a password are not. */
function addressRules(text: string, at: number, rules: Set<string>): void {
  const scheme = text.slice(Math.max(0, at - 11), at)
  if (WEB.test(scheme) && matchesAt(WEB_USER, text, at + 3)) rules.add('basicauth')
  else if (DATABASE.test(scheme) && matchesAt(DATABASE_USER, text, at + 3)) rules.add('database-connection-string')
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
