import { isConversation, markedFinding } from '../../report/github/marks.ts'
import type { Client } from './client.ts'

/** A thread of ours about a finding. */
export interface Thread {
  readonly fingerprint: string
  /** Of its first comment. */
  readonly commentId: number
  /** For GraphQL; absent where only REST answers. */
  readonly id?: string
  /** By whomever, or marked as fixed where the token may not resolve. */
  readonly resolved: boolean
  /** Somebody has said something: it is theirs now. */
  readonly answered: boolean
  /** The last `/keylatch allow` in it. */
  readonly dismissal?: Dismissal
}

export interface Dismissal {
  readonly by: string
  /** Empty where none was given. */
  readonly reason: string
  /** Keylatch has answered it. */
  readonly isAnswered: boolean
}

/** What Keylatch has said on a pull request so far, oldest first. */
export interface Said {
  readonly threads: readonly Thread[]
  readonly conversation: readonly { readonly id: number; readonly body: string }[]
}

const MOST_PAGES = 10
/** Begins what is left of a thread that could not be resolved. */
export const FIXED = '✅ **Fixed.**'

/** Only comments of the very account that the token is of count: a mark can be copied. */
export async function readSaid(client: Client, pullNumber: number, key: string): Promise<Said> {
  try {
    return await bySingleQuery(client, pullNumber, key)
  } catch (error) {
    if ((error as { status?: number }).status === 401) throw error
    return await byLists(client, pullNumber, key)
  }
}

const QUERY = `query ($owner: String!, $repo: String!, $number: Int!, $threads: String, $comments: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $threads) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          isResolved
          comments(first: 20) { totalCount nodes { databaseId body viewerDidAuthor author { login } } }
        }
      }
      comments(first: 100, after: $comments) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId body viewerDidAuthor }
      }
    }
  }
}`

interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly Node[]
}
interface CommentNode {
  readonly databaseId: number
  readonly body: string
  readonly viewerDidAuthor: boolean
  readonly author?: { readonly login: string } | null
}
interface ThreadNode {
  readonly id: string
  readonly isResolved: boolean
  readonly comments: { readonly totalCount: number; readonly nodes: readonly CommentNode[] }
}
interface Answer {
  readonly repository: {
    readonly pullRequest: { readonly reviewThreads: Page<ThreadNode>; readonly comments: Page<CommentNode> }
  }
}

async function bySingleQuery({ octokit, owner, repo }: Client, number: number, key: string): Promise<Said> {
  const threads: Thread[] = []
  const conversation: Said['conversation'][number][] = []
  let cursors: { threads: string | null; comments: string | null } = { threads: null, comments: null }
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: Answer = await octokit.graphql(QUERY, { owner, repo, number, ...cursors })
    const pull = answer.repository.pullRequest
    threads.push(...pull.reviewThreads.nodes.flatMap((node) => threadOf(node, key)))
    conversation.push(
      ...pull.comments.nodes.flatMap(({ databaseId, body, viewerDidAuthor }) =>
        viewerDidAuthor && isConversation(key, body) ? [{ id: databaseId, body }] : [],
      ),
    )
    const more = { threads: pull.reviewThreads.pageInfo, comments: pull.comments.pageInfo }
    if (!more.threads.hasNextPage && !more.comments.hasNextPage) break
    // At its end a list answers with an empty page.
    cursors = {
      threads: more.threads.endCursor ?? cursors.threads,
      comments: more.comments.endCursor ?? cursors.comments,
    }
  }
  return { threads, conversation }
}

function threadOf({ id, isResolved, comments }: ThreadNode, key: string): Thread[] {
  const [first, ...replies] = comments.nodes
  const fingerprint = first?.viewerDidAuthor ? markedFinding(key, first.body) : undefined
  if (!first || fingerprint === undefined) return []
  const answered =
    replies.some(({ viewerDidAuthor }) => !viewerDidAuthor) || comments.totalCount > comments.nodes.length
  const resolved = isResolved || first.body.includes(FIXED)
  const dismissal = dismissalIn(
    replies.map(({ body, viewerDidAuthor, author }) => ({ body, isOurs: viewerDidAuthor, by: author?.login ?? '' })),
  )
  return [{ fingerprint, commentId: first.databaseId, id, resolved, answered, ...dismissal }]
}

interface Reply {
  readonly body: string
  readonly isOurs: boolean
  readonly by: string
}

const ALLOW = /^\s*\/keylatch\s+allow\b[ \t]*([^\r\n]*)/

function dismissalIn(replies: readonly Reply[]): { dismissal?: Dismissal } {
  const at = replies.findLastIndex(({ body, isOurs }) => !isOurs && ALLOW.test(body))
  if (at === -1) return {}
  const { body, by } = replies[at]!
  const reason = ALLOW.exec(body)![1]!.trim().slice(0, LONGEST_REASON)
  return { dismissal: { by, reason, isAnswered: replies.slice(at + 1).some(({ isOurs }) => isOurs) } }
}

const LONGEST_REASON = 500

/** Where GraphQL is closed to the token: who the token is of is not known, but no person is a bot. */
async function byLists({ octokit, owner, repo }: Client, number: number, key: string): Promise<Said> {
  const pull = { owner, repo, per_page: 100 }
  const [review, issue] = await Promise.all([
    everyPage((page) => octokit.rest.pulls.listReviewComments({ ...pull, pull_number: number, page })),
    everyPage((page) => octokit.rest.issues.listComments({ ...pull, issue_number: number, page })),
  ])
  const isOurs = (comment: { user?: { type?: string } | null }) => comment.user?.type === 'Bot'
  const answered = new Set(review.flatMap((each) => (isOurs(each) ? [] : (each.in_reply_to_id ?? []))))
  const threads = review.flatMap((comment): Thread[] => {
    const fingerprint = isOurs(comment) ? markedFinding(key, comment.body) : undefined
    if (fingerprint === undefined) return []
    const resolved = comment.body.includes(FIXED)
    const replies = review.filter(({ in_reply_to_id }) => in_reply_to_id === comment.id)
    const dismissal = dismissalIn(
      replies.map((reply) => ({ body: reply.body, isOurs: isOurs(reply), by: reply.user?.login ?? '' })),
    )
    return [{ fingerprint, commentId: comment.id, resolved, answered: answered.has(comment.id), ...dismissal }]
  })
  const conversation = issue.flatMap((comment) => {
    const body = comment.body ?? ''
    return isOurs(comment) && isConversation(key, body) ? [{ id: comment.id, body }] : []
  })
  return { threads, conversation }
}

async function everyPage<Item>(ask: (page: number) => Promise<{ data: Item[] }>): Promise<Item[]> {
  const items: Item[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await ask(page)
    items.push(...data)
    if (data.length < 100) break
  }
  return items
}
