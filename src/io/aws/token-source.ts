import { resolve } from 'node:path'
import { readTextFile } from '../text-file.ts'
import type { Limits } from './attempts.ts'
import type { Environment } from './connection.ts'
import { requestIdToken, tokenService } from './id-token.ts'
import { AwsUnavailable } from './unavailable.ts'

/** Where tokens come from: a file that something else keeps fresh, or GitHub. */
export interface TokenSource {
  readonly secrets: readonly string[]
  token(audience: string, limits: Limits, signal: AbortSignal): Promise<string>
}

/** Undefined when there is no file and the job may not ask GitHub. */
export function tokenSource(
  file: string | undefined,
  env: Environment,
  workspace: string | undefined,
): TokenSource | undefined {
  if (file !== undefined) return { secrets: [], token: async () => tokenIn(file, workspace ?? '') }
  const service = tokenService(env)
  return (
    service && {
      secrets: [service.bearer],
      token: (audience, limits, signal) => requestIdToken(service, audience, { env, limits, signal }),
    }
  )
}

function tokenIn(file: string, workspace: string): string {
  const text = readTextFile(resolve(workspace, file))?.trim()
  if (text) return text
  throw new AwsUnavailable('warning', `web-identity-token-file: there is no token in ${file}.`)
}
