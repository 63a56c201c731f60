/**
 * The rules that could find something in a text. Most texts never reach the engine, which reads 8 to 12 MB a second; this reads
 * some hundreds. A test compares the findings with and without gates. Addresses are everywhere; those with a user name and a
 * password are not.
 */
export function rulesWorthRunning(text: string): Set<string> {
  const rules = new Set<string>()
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) addressRules(text, at, rules)
  return rules
}

const WEB = /(?:https?|ftps?)$/
const DATABASE = /(?:mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?)$/i
const WEB_USER = /[-a-zA-Z0-9_]{1,256}:[-a-zA-Z0-9_]{1,256}@/y
const DATABASE_USER = /[^:/\s]{1,100}:[^@/\s]{1,200}@/y

function addressRules(text: string, at: number, rules: Set<string>): void {
  const scheme = text.slice(Math.max(0, at - 11), at)
  if (WEB.test(scheme) && matchesAt(WEB_USER, text, at + 3)) rules.add('basicauth')
  else if (DATABASE.test(scheme) && matchesAt(DATABASE_USER, text, at + 3)) rules.add('database-connection-string')
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
