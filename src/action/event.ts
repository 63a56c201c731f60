import type { RepositoryFacts } from '../core/finding.ts'
import { Problem } from '../core/problem.ts'
import type { Source } from '../core/source.ts'
import { readTextFile } from '../io/text-file.ts'

/** What GitHub's runner says about the run. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export interface Event {
  readonly name: string
  readonly payload: Record<string, unknown>
  readonly workspace: string
  readonly temp: string
  readonly repository: RepositoryFacts
  readonly apiUrl: string
  /** The ref that started the run. */
  readonly ref: string
  readonly runUrl?: string
  /** A pull request from another repository: its token only reads, and it gets no id token. */
  readonly fork: boolean
  /** GitHub gives such a job no secrets: one of a fork, or of Dependabot. */
  readonly withoutSecrets: boolean
}

export function readEvent(env: NodeJS.ProcessEnv): Event {
  const { GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_WORKSPACE, GITHUB_REPOSITORY, RUNNER_TEMP } = env
  if (!GITHUB_EVENT_NAME || !GITHUB_WORKSPACE) {
    throw new Problem(
      'GITHUB_EVENT_NAME and GITHUB_WORKSPACE are not set: this runs as a GitHub Action; elsewhere use the command line',
    )
  }
  const payload = payloadOf(GITHUB_EVENT_PATH)
  const fork = isFork(payload)
  return {
    name: GITHUB_EVENT_NAME,
    payload,
    workspace: GITHUB_WORKSPACE,
    temp: RUNNER_TEMP || GITHUB_WORKSPACE,
    repository: {
      slug: GITHUB_REPOSITORY ?? '',
      serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
      commit: headOf(payload) ?? env.GITHUB_SHA ?? '',
      ...branchOf(env),
    },
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    ref: env.GITHUB_REF ?? '',
    ...(env.GITHUB_RUN_ID ? { runUrl: runUrl(env) } : {}),
    fork,
    withoutSecrets: fork || env.GITHUB_ACTOR === DEPENDABOT || isByDependabot(payload),
  }
}

/** The branch of the pull request, or what was pushed or started by hand. */
function branchOf({ GITHUB_HEAD_REF, GITHUB_REF_NAME }: NodeJS.ProcessEnv): { branch?: string } {
  const branch = GITHUB_HEAD_REF || GITHUB_REF_NAME
  return branch ? { branch } : {}
}

function runUrl({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: NodeJS.ProcessEnv): string {
  return `${GITHUB_SERVER_URL || 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
}

function payloadOf(path: string | undefined): Record<string, unknown> {
  if (!path) return {}
  const text = readTextFile(path)
  if (text === undefined) throw new Problem(`the event payload ${path} cannot be read; GITHUB_EVENT_PATH names it`)
  const payload = parsed(text, path)
  if (typeof payload === 'object' && payload !== null) return payload as Record<string, unknown>
  throw new Problem(`the event payload ${path} is not a JSON object`)
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(`the event payload ${path} is not JSON`)
  }
}

/** What people wrote into the event itself: title and description of a pull request, names of branches and tags. */
export function textsOf({ payload, ref }: Pick<Event, 'payload' | 'ref'>): Source[] {
  const pull = payload.pull_request as (PullRequest & { readonly title?: unknown; readonly body?: unknown }) | undefined
  const release = payload.release as { readonly name?: unknown; readonly body?: unknown } | undefined
  const texts: readonly (readonly [string, unknown])[] = [
    ['title of the pull request', pull?.title],
    ['description of the pull request', pull?.body],
    ['name of the branch', pull?.head?.ref],
    ['name of the ref', ref],
    ['title of the release', release?.name],
    ['notes of the release', release?.body],
  ]
  return texts.flatMap(([uri, text]) => (typeof text === 'string' && text !== '' ? [{ uri, text }] : []))
}

interface PullRequest {
  readonly head?: {
    readonly sha?: string
    readonly ref?: unknown
    readonly repo?: { readonly full_name?: string } | null
  }
  readonly base?: { readonly repo?: { readonly full_name?: string } | null }
}

function headOf(payload: Record<string, unknown>): string | undefined {
  return (payload.pull_request as PullRequest | undefined)?.head?.sha
}

const DEPENDABOT = 'dependabot[bot]'

function isByDependabot({ sender }: Record<string, unknown>): boolean {
  return (sender as { login?: unknown } | undefined)?.login === DEPENDABOT
}

/** A fork that was deleted since has no repository any more. */
function isFork(payload: Record<string, unknown>): boolean {
  const pull = payload.pull_request as PullRequest | undefined
  return pull != null && pull.head?.repo?.full_name !== pull.base?.repo?.full_name
}
