import * as nodeModule from 'node:module'
import { isAbsolute, join } from 'node:path'

/**
 * Lets Node keep what it compiles of these bundles, which is a quarter of the time of a short run; Node before 22 cannot. In a
 * folder of the user's own: code is run from there, so nobody else may write to it.
 */
export function keepCompiledCode(env: NodeJS.ProcessEnv): void {
  const cache = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (env.HOME && join(env.HOME, '.cache'))
  if (!cache || !isAbsolute(cache) || env.CI) return
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown }
  enableCompileCache?.(join(cache, 'keylatch'))
}
