// Cuts the operations that Keylatch uses out of GitHub's own OpenAPI description (@octokit/openapi, MIT), for the
// loopback GitHub server: node --import tsx test/support/loopback/cut-github-schemas.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const OPERATIONS = [
  'get /repos/{owner}/{repo}',
  'get /repos/{owner}/{repo}/collaborators/{username}/permission',
  'get /repos/{owner}/{repo}/compare/{basehead}',
  'get /repos/{owner}/{repo}/commits/{ref}',
  'get /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'get /repos/{owner}/{repo}/contents/{path}',
  'get /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'get /repos/{owner}/{repo}/git/ref/{ref}',
  'get /repos/{owner}/{repo}/pulls',
  'get /repos/{owner}/{repo}/pulls/{pull_number}',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/commits',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'post /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'post /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'post /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
  'patch /repos/{owner}/{repo}/pulls/comments/{comment_id}',
  'delete /repos/{owner}/{repo}/pulls/comments/{comment_id}',
  'get /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'post /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'patch /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'delete /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'post /repos/{owner}/{repo}/check-runs',
  'get /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'patch /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'post /repos/{owner}/{repo}/code-scanning/sarifs',
  'get /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}',
]

/** One operation: what may be asked, and which fields an answer may have. */
export interface CutOperation {
  readonly method: string
  readonly path: string
  /** JSON Schema of the query as an object; no further parameters. */
  readonly query: object
  /** JSON Schema of the body; null where there is none. */
  readonly body: object | null
  /** Statuses that GitHub documents. */
  readonly statuses: number[]
  /** Top-level fields of a success, or of each of its items. */
  readonly fields: string[]
}

interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
  allOf?: Schema[]
  oneOf?: Schema[]
  anyOf?: Schema[]
}

interface Described {
  parameters?: { in: string; name: string; required?: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

const HERE = import.meta.dirname
const source = join(HERE, '../../../node_modules/@octokit/openapi/generated/api.github.com.deref.json')
const { paths } = JSON.parse(readFileSync(source, 'utf8')) as { paths: Record<string, Record<string, Described>> }
const cut = OPERATIONS.map((name): CutOperation => {
  const [method, path] = name.split(' ') as [string, string]
  const described = paths[path]?.[method]
  if (!described) throw new Error(`GitHub's description has no ${name}`)
  const query = (described.parameters ?? []).filter((parameter) => parameter.in === 'query')
  const body = described.requestBody?.content['application/json']?.schema
  return {
    method: method.toUpperCase(),
    path,
    query: {
      type: 'object',
      properties: Object.fromEntries(query.map(({ name, schema }) => [name, bare(schema)])),
      required: query.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    },
    body: body ? (bare(body) as object) : null,
    statuses: Object.keys(described.responses).map(Number),
    fields: fieldsOf(described),
  }
})
const text = `${JSON.stringify(cut, null, 2)}\n`
if (process.argv.includes('--print')) process.stdout.write(text)
else writeFileSync(join(HERE, 'github-schemas.json'), text)

/** Without prose and examples, which make up most of it. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(['description', 'title'].includes(key) && typeof inner === 'string'))
      .filter(([key]) => !['example', 'examples', 'deprecated', 'x-github'].includes(key))
      .map(([key, inner]) => [key, bare(inner)]),
  )
}

function fieldsOf({ responses }: Described): string[] {
  const success = ['200', '201', '202'].map((status) => responses[status]?.content).find(Boolean)
  const schema = success?.['application/json']?.schema
  return schema ? [...names(schema)].sort() : []
}

function names(schema: Schema): Set<string> {
  const found = new Set(Object.keys(schema.properties ?? {}))
  for (const inner of [schema.items, ...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    if (inner) for (const name of names(inner)) found.add(name)
  }
  return found
}
