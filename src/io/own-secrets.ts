import { homedir } from 'node:os'
import { join } from 'node:path'
import type { OwnSecret } from '../core/own-secret.ts'
import { readTextFile } from './text-file.ts'

/** Shorter ones stand in any text by chance. */
const SHORTEST = 12

/**
 * The secrets that this machine works with: of `~/.aws/credentials`, of AWS's and other variables, and the logins of `gh`, npm
 * and Docker. They are read to be recognised in what is scanned, and go nowhere.
 */
export function ownSecrets(env: NodeJS.ProcessEnv): OwnSecret[] {
  const home = env.HOME ?? env.USERPROFILE ?? homedir()
  const found = [
    ...fromVariables(env),
    ...fromAwsCredentials(env.AWS_SHARED_CREDENTIALS_FILE ?? join(home, '.aws', 'credentials')),
    ...fromGh(join(env.GH_CONFIG_DIR ?? join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'gh'), 'hosts.yml')),
    ...fromNpm(env.NPM_CONFIG_USERCONFIG ?? join(home, '.npmrc')),
    ...fromDocker(join(env.DOCKER_CONFIG ?? join(home, '.docker'), 'config.json')),
  ]
  const seen = new Set<string>()
  return found.filter(({ value }) => {
    const isOne = value.length >= SHORTEST && !seen.has(value) && !/[\s$<>{}*]/.test(value)
    seen.add(value)
    return isOne
  })
}

const VARIABLES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_BEARER_TOKEN_BEDROCK',
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'GH_ENTERPRISE_TOKEN',
  'NPM_TOKEN',
  'NODE_AUTH_TOKEN',
] as const

function fromVariables(env: NodeJS.ProcessEnv): OwnSecret[] {
  return VARIABLES.flatMap((name) => (env[name] ? [{ what: `the variable ${name}`, value: env[name] }] : []))
}

const KEYS: Readonly<Record<string, string>> = {
  aws_access_key_id: 'the key id',
  aws_secret_access_key: 'the secret key',
  aws_session_token: 'the session token',
}

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html */
function fromAwsCredentials(path: string): OwnSecret[] {
  let profile = 'default'
  return linesOf(path).flatMap((line) => {
    profile = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line)?.[1] ?? profile
    const [, key = '', value = ''] = /^\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? []
    const kind = KEYS[key.toLowerCase()]
    return kind ? [{ what: `${kind} of the profile ${profile} (credentials of AWS)`, value }] : []
  })
}

function fromGh(path: string): OwnSecret[] {
  return linesOf(path).flatMap((line) => {
    const value = /^\s*oauth_token:\s*["']?([^\s"']+)/.exec(line)?.[1]
    return value ? [{ what: 'the login of gh', value }] : []
  })
}

function fromNpm(path: string): OwnSecret[] {
  return linesOf(path).flatMap((line) => {
    const value = /:?_(?:authToken|auth|password)\s*=\s*["']?([^\s"']+)/.exec(line)?.[1]
    return value ? [{ what: 'the login of npm', value }] : []
  })
}

function fromDocker(path: string): OwnSecret[] {
  try {
    const { auths = {} } = JSON.parse(readTextFile(path) ?? '{}') as { auths?: Record<string, Record<string, unknown>> }
    return Object.entries(auths).flatMap(([registry, { auth, identitytoken }]) => {
      const what = `the login of Docker at ${registry}`
      const password =
        typeof auth === 'string'
          ? Buffer.from(auth, 'base64')
              .toString('utf8')
              .replace(/^[^:]*:/, '')
          : ''
      return [auth, password, identitytoken].flatMap((value) => (typeof value === 'string' ? [{ what, value }] : []))
    })
  } catch {
    return []
  }
}

const linesOf = (path: string): string[] => (readTextFile(path) ?? '').split(/\r?\n/)
