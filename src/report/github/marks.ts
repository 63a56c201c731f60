/**
 * What Keylatch finds its own comments by: a comment in HTML on the first line, where no text of others can stand. `key`
 * tells several gates of one repository apart.
 */
const FINDING = /^<!-- keylatch:finding ([0-9a-f]{8}) ([0-9a-f]{32}) -->/
const CONVERSATION = /^<!-- keylatch:conversation ([0-9a-f]{8}) -->/

export function findingMark(key: string, fingerprint: string): string {
  return `<!-- keylatch:finding ${key} ${fingerprint} -->`
}

/** The fingerprint that a comment is about; undefined for comments of others. */
export function markedFinding(key: string, body: string): string | undefined {
  const [, of, fingerprint] = FINDING.exec(body) ?? []
  return of === key ? fingerprint : undefined
}

export function conversationMark(key: string): string {
  return `<!-- keylatch:conversation ${key} -->`
}

export function isConversation(key: string, body: string): boolean {
  return CONVERSATION.exec(body)?.[1] === key
}
