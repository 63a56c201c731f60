import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { edited, leak, makeFiles, type Random, randomOf } from './texts.ts'

/** The size of the repositories that are made up, in files. */
const FILES = 600

/** One merge in so many commits. */
const EVERY = 12

/** A key is left behind, and taken out by the next commit, about so often. */
const COMMITS_TO_A_LEAK = 250

/**
 * Makes a repository whose branch `main` is `commits` commits ahead of its first one: each changes one to six files, some
 * add files or take them away, every twelfth is a merge. The same one every time. Its files are not checked out.
 */
export async function makeRepository(folder: string, commits: number, files = FILES): Promise<void> {
  mkdirSync(folder, { recursive: true })
  git(folder, 'init', '--quiet', '--initial-branch=main')
  const importer = spawn('git', ['fast-import', '--quiet'], { cwd: folder, env: environment(), stdio: 'pipe' })
  const failed: Buffer[] = []
  importer.stderr.on('data', (part: Buffer) => void failed.push(part))
  for (const part of stream(commits, files)) if (!importer.stdin.write(part)) await once(importer.stdin, 'drain')
  importer.stdin.end()
  const [code] = await once(importer, 'close')
  if (code !== 0) throw new Error(`git fast-import: ${Buffer.concat(failed).toString().trim()}`)
}

/** Runs git and gives back what it printed. */
export function git(folder: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', words, {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`git ${words[0]}: ${stderr ?? 'it could not be started'}`)
  return stdout.trim()
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
}

/** What `git fast-import` is told (https://git-scm.com/docs/git-fast-import#_input_format). */
function* stream(commits: number, count: number): Generator<string> {
  const random = randomOf(commits)
  const files = new Map(makeFiles(count, random).map(({ path, text }) => [path, text]))
  yield commit('main', 1, '', [...files].map(put))
  for (let mark = 2; mark <= commits + 1; mark++) {
    const side = [`side/${mark - (mark % EVERY)}.ts`, `export const side = ${mark - (mark % EVERY)}\n`] as const
    if (mark % EVERY === EVERY - 2 && mark < commits) yield commit('side', mark++, `from :${mark - 3}\n`, [put(side)])
    if (mark % EVERY === EVERY - 1 && mark > 3)
      yield commit('main', mark, `from :${mark - 2}\nmerge :${mark - 1}\n`, [put(side)])
    else yield commit('main', mark, `from :${mark - 1}\n`, change(files, mark, random))
  }
}

/** Changes `files`, and says what that takes. */
function change(files: Map<string, string>, mark: number, random: Random): string[] {
  const done: string[] = []
  const paths = [...files.keys()]
  for (let count = 1 + Math.floor(random() * 6); count > 0; count--) {
    const path = paths[Math.floor(random() * paths.length)]!
    if (!files.has(path)) continue
    files.set(path, edited(files.get(path)!, random))
    done.push(put([path, files.get(path)!]))
  }
  if (random() < 0.15) {
    const [added] = makeFiles(1, random)
    const path = `added/${mark}/${added!.path}`
    files.set(path, added!.text)
    done.push(put([path, added!.text]))
  }
  if (random() < 0.05) {
    const path = paths[Math.floor(random() * paths.length)]!
    if (files.delete(path)) done.push(`D ${path}\n`)
  }
  if (mark % COMMITS_TO_A_LEAK === 7) done.push(put(['deploy/credentials.ini', leak(random)]))
  if (mark % COMMITS_TO_A_LEAK === 8) done.push('D deploy/credentials.ini\n')
  return done
}

function commit(branch: string, mark: number, parents: string, changes: readonly string[]): string {
  const message = `Change ${mark}`
  const when = `${1_700_000_000 + mark} +0000`
  return `commit refs/heads/${branch}\nmark :${mark}\ncommitter Mona <mona@example.com> ${when}\n${data(message)}${parents}${changes.join('')}\n`
}

function put([path, text]: readonly [string, string]): string {
  return `M 100644 inline ${path}\n${data(text)}`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}
