import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql'
import type { GithubState, Posted } from './github-state.ts'

interface Asked {
  readonly query: string
  readonly variables?: Record<string, unknown>
}

let schema: GraphQLSchema | undefined

/** GitHub's own schema (@octokit/graphql-schema, MIT). */
function published(): GraphQLSchema {
  const file = join(import.meta.dirname, '../../../node_modules/@octokit/graphql-schema/schema.graphql')
  schema ??= buildSchema(readFileSync(file, 'utf8'), { assumeValid: true })
  return schema
}

/** What GitHub's schema does not allow in a document; empty when it is in order. */
export function graphqlViolations({ query }: Asked): string[] {
  return validate(published(), parse(query)).map(({ message }) => message)
}

const FORBIDDEN = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' }
const PAGE = 100

/** The two things that Keylatch asks: what was said on a pull request, and to resolve threads. */
export function answerGraphql(state: GithubState, { query, variables = {} }: Asked): object {
  if (/^\s*mutation/.test(query)) return resolveThreads(state, query, variables)
  if (!state.grants['pull-requests']) return { data: { repository: { pullRequest: null } }, errors: [FORBIDDEN] }
  const number = Number(variables.number)
  const review = state.reviewComments.get(number) ?? []
  const threads = review.filter(({ in_reply_to_id }) => in_reply_to_id === undefined)
  const nodes = threads.map((first) => {
    const comments = [first, ...review.filter(({ in_reply_to_id }) => in_reply_to_id === first.id)]
    const shown = comments.slice(0, 20).map((comment) => commentNode(state, comment))
    const isResolved = state.resolved.has(first.id)
    return { id: `PRRT_${first.id}`, isResolved, comments: { totalCount: comments.length, nodes: shown } }
  })
  const comments = (state.issueComments.get(number) ?? []).map((comment) => commentNode(state, comment))
  const reviewThreads = pageOf(nodes, variables.threads)
  return { data: { repository: { pullRequest: { reviewThreads, comments: pageOf(comments, variables.comments) } } } }
}

function commentNode({ login }: GithubState, { id, body, user }: Posted) {
  const author = user as { login: string }
  return { databaseId: id, body, viewerDidAuthor: author.login === login, author: { login: author.login } }
}

function pageOf<Node>(all: Node[], after: unknown) {
  const from = typeof after === 'string' ? Number(after) : 0
  const nodes = all.slice(from, from + PAGE)
  const end = from + nodes.length
  return { pageInfo: { hasNextPage: end < all.length, endCursor: nodes.length > 0 ? String(end) : null }, nodes }
}

/** Resolving takes `contents: write`, though commenting does not. */
function resolveThreads(state: GithubState, query: string, variables: Record<string, unknown>): object {
  const aliases = [...query.matchAll(/(\w+): resolveReviewThread\(input: \{ threadId: \$(\w+) \}\)/g)]
  if (state.grants.contents !== 'write') {
    const nothing = Object.fromEntries(aliases.map(([, alias]) => [alias, null]))
    return { data: nothing, errors: [FORBIDDEN] }
  }
  const entries = aliases.map(([, alias, name]) => {
    const id = String(variables[name!])
    state.resolved.add(Number(id.replace('PRRT_', '')))
    return [alias, { thread: { id } }]
  })
  return { data: Object.fromEntries(entries) }
}
