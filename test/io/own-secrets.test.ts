import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownSecrets } from '../../src/io/own-secrets.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keylatch-home-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(home, path)), { recursive: true })
  writeFileSync(join(home, path), text)
}

test('logins of AWS, gh, npm and Docker, and variables, each once', () => {
  write(
    '.aws/credentials',
    '[work]\naws_access_key_id = id-of-the-key-1\naws_secret_access_key=secret/of+the/key\nregion = x\n',
  )
  write('.config/gh/hosts.yml', 'github.com:\n    oauth_token: token-of-github-1\n    user: mona\n')
  write(
    '.npmrc',
    '//registry.npmjs.org/:_authToken=token-of-npm-12\nother=${NPM_TOKEN}\n//x/:_authToken=${NPM_TOKEN}\n',
  )
  const auth = Buffer.from('mona:password-of-docker').toString('base64')
  write('.docker/config.json', JSON.stringify({ auths: { 'ghcr.io': { auth }, 'a.io': {} }, credsStore: 'x' }))
  const found = ownSecrets({
    HOME: home,
    AWS_SESSION_TOKEN: 'token-of-session',
    GH_TOKEN: 'token-of-github-1',
    NPM_TOKEN: 'short',
  })
  expect(found).toEqual([
    { what: 'the variable AWS_SESSION_TOKEN', value: 'token-of-session' },
    { what: 'the variable GH_TOKEN', value: 'token-of-github-1' },
    { what: 'the key id of the profile work (credentials of AWS)', value: 'id-of-the-key-1' },
    { what: 'the secret key of the profile work (credentials of AWS)', value: 'secret/of+the/key' },
    { what: 'the login of npm', value: 'token-of-npm-12' },
    { what: 'the login of Docker at ghcr.io', value: auth },
    { what: 'the login of Docker at ghcr.io', value: 'password-of-docker' },
  ])
})

test('nothing where there is nothing, or nothing that can be read', () => {
  write('.docker/config.json', '{')
  expect(ownSecrets({ HOME: home })).toEqual([])
})
