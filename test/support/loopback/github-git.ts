import { spawnSync } from 'node:child_process'
import { gunzipSync } from 'node:zlib'
import type { Answer, Asked } from './server.ts'

/** A repository on disk, as GitHub's API tells of it. */
export interface ServedRepository {
  readonly directory: string
  readonly slug: string
}

export function git(directory: string, words: readonly string[], input?: Buffer): Buffer {
  const { status, stdout, stderr } = spawnSync('git', ['-C', directory, ...words], { input, maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr.toString()}`)
  return stdout
}

const text = (directory: string, ...words: string[]): string => git(directory, words).toString('utf8')

const answers = new Map<string, string>()
const IDS = /^\^?[0-9a-f]{40}(?:\^\{commit\})?$/

/** What is said of ids of commits stays true, so git is asked once; of the names of branches it is not kept. */
function lasting(directory: string, words: readonly string[], ...revisions: readonly string[]): string {
  if (!revisions.every((revision) => IDS.test(revision))) return text(directory, ...words, ...revisions)
  const asked = [directory, ...words, ...revisions].join('\0')
  const answer = answers.get(asked) ?? text(directory, ...words, ...revisions)
  answers.set(asked, answer)
  return answer
}

/** The commit a branch, tag or id names; undefined when there is none. */
export function resolve(directory: string, name: string): string | undefined {
  if (name.startsWith('-')) return undefined
  try {
    return lasting(directory, ['rev-parse', '--verify', '--quiet'], `${name}^{commit}`).trim()
  } catch {
    return undefined
  }
}

/** As the commits of `compare` and `pulls/commits` look. */
export function commitJson({ directory, slug }: ServedRepository, sha: string) {
  const format = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%B'
  const [id, tree, parents = '', name, email, date, message = ''] = lasting(
    directory,
    ['show', '-s', `--format=${format}`],
    sha,
  ).split('\0')
  return {
    sha: id!,
    node_id: `C_${sha.slice(0, 8)}`,
    commit: {
      author: { name, email, date },
      committer: { name, email, date },
      message: message.trimEnd(),
      tree: { sha: tree, url: '' },
      url: '',
      comment_count: 0,
    },
    url: '',
    html_url: `https://github.com/${slug}/commit/${id}`,
    comments_url: '',
    author: null,
    committer: null,
    parents: parents
      .split(' ')
      .filter(Boolean)
      .map((parent) => ({ sha: parent, url: '', html_url: '' })),
  }
}

/** Commits in `head` that are not in `base`, oldest first. */
export function commitsBetween({ directory }: ServedRepository, base: string, head: string): string[] {
  return lasting(directory, ['rev-list', '--reverse', '--topo-order'], head, `^${base}`).split('\n').filter(Boolean)
}

export function mergeBase({ directory }: ServedRepository, base: string, head: string): string | undefined {
  try {
    return lasting(directory, ['merge-base'], base, head).trim()
  } catch {
    return undefined
  }
}

export interface FileJson {
  sha: string | null
  filename: string
  status: string
  additions: number
  deletions: number
  changes: number
  blob_url: string
  raw_url: string
  contents_url: string
  patch?: string
  previous_filename?: string
}

/** GitHub leaves out the patch of binary files and of very long ones. */
const LONGEST_PATCH = 1_000_000

const DIFF = ['diff', '-M', '--no-color', '--no-ext-diff', '--no-textconv']

/** As the files of `compare` and `pulls/files` look, between two trees: git is asked for all of them at once. */
export function filesBetween({ directory, slug }: ServedRepository, from: string, to: string): FileJson[] {
  const changed = changesOf(lasting(directory, [...DIFF, '--raw', '--no-abbrev', '-z'], from, to).split('\0'))
  const counted = countsOf(lasting(directory, [...DIFF, '--numstat', '-z'], from, to).split('\0'))
  const [, ...patches] = `\n${lasting(directory, [...DIFF, '-U3'], from, to)}`.split('\ndiff --git ')
  return changed.map(({ sha, letter, filename, previous }, at) => ({
    sha: /^0+$/.test(sha) ? null : sha,
    filename,
    status: { A: 'added', D: 'removed', R: 'renamed' }[letter] ?? 'modified',
    ...counted[at]!,
    ...patchIn(patches[at]!),
    blob_url: `https://github.com/${slug}/blob/${to}/${filename}`,
    raw_url: '',
    contents_url: '',
    ...(previous === undefined ? {} : { previous_filename: previous }),
  }))
}

interface Change {
  readonly sha: string
  readonly letter: string
  readonly filename: string
  readonly previous: string | undefined
}

function changesOf(fields: readonly string[]): Change[] {
  const changes: Change[] = []
  for (let at = 0; at < fields.length - 1; ) {
    const [, , , sha = '', letter = ''] = fields[at++]!.split(' ')
    const first = fields[at++]!
    const moved = letter.startsWith('R')
    changes.push({
      sha,
      letter: letter[0]!,
      filename: moved ? fields[at++]! : first,
      previous: moved ? first : undefined,
    })
  }
  return changes
}

/** `added TAB removed TAB path`, or without the path and then both paths where a file was renamed. */
function countsOf(fields: readonly string[]) {
  const counts: Pick<FileJson, 'additions' | 'deletions' | 'changes'>[] = []
  for (let at = 0; at < fields.length - 1; ) {
    const [added, removed, path] = fields[at]!.split('\t')
    const [additions, deletions] = [Number(added) || 0, Number(removed) || 0]
    counts.push({ additions, deletions, changes: additions + deletions })
    at += path === '' ? 3 : 1
  }
  return counts
}

function patchIn(whole: string): { patch?: string } {
  const start = whole.indexOf('\n@@ ')
  const patch = start === -1 ? undefined : whole.slice(start + 1).trimEnd()
  return patch !== undefined && patch.length <= LONGEST_PATCH ? { patch } : {}
}

/** Lines that a review comment may stand on: those that a patch shows, by side. */
export function commentableLines(patch: string | undefined): { LEFT: Set<number>; RIGHT: Set<number> } {
  const lines = { LEFT: new Set<number>(), RIGHT: new Set<number>() }
  let [left, right] = [0, 0]
  for (const line of (patch ?? '').split('\n')) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line)
    if (hunk) [left, right] = [Number(hunk[1]), Number(hunk[2])]
    else if (line.startsWith('+')) lines.RIGHT.add(right++)
    else if (line.startsWith('-')) lines.LEFT.add(left++)
    else if (line.startsWith(' ') || line === '') {
      lines.LEFT.add(left++)
      lines.RIGHT.add(right++)
    }
  }
  return lines
}

export function blob(directory: string, name: string): Buffer | undefined {
  if (name.startsWith('-')) return undefined
  try {
    return git(directory, ['cat-file', 'blob', name])
  } catch {
    return undefined
  }
}

const UPLOAD = [
  '-c',
  'uploadpack.allowFilter=true',
  '-c',
  'uploadpack.allowAnySHA1InWant=true',
  'upload-pack',
  '--stateless-rpc',
]

/**
 * Git's smart protocol over HTTP (https://git-scm.com/docs/http-protocol): `info/refs` and `git-upload-pack`, with
 * protocol version 2 when the client asks for it.
 */
export function serveGit({ directory }: ServedRepository, asked: Asked): Answer {
  const protocol = String(asked.headers['git-protocol'] ?? '')
  const advertise = asked.url.pathname.endsWith('/info/refs')
  const words = [...UPLOAD, ...(advertise ? ['--advertise-refs'] : []), directory]
  const { stdout } = spawnSync('git', words, {
    input: asked.headers['content-encoding'] === 'gzip' ? gunzipSync(asked.body) : asked.body,
    env: { ...process.env, GIT_PROTOCOL: protocol },
    maxBuffer: 1 << 28,
  })
  const head = advertise ? Buffer.from('001e# service=git-upload-pack\n0000') : Buffer.alloc(0)
  return {
    status: 200,
    headers: {
      'content-type': `application/x-git-upload-pack-${advertise ? 'advertisement' : 'result'}`,
      'cache-control': 'no-cache',
    },
    body: Buffer.concat([head, stdout]),
  }
}
