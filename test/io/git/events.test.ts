import { describe, expect, test } from 'vitest'
import { resolveRange } from '../../../src/io/git/events.ts'

const A = 'a'.repeat(40)
const B = 'b'.repeat(40)
const ZERO = '0'.repeat(40)
const repository = { default_branch: 'main' }

describe('the range of an event', () => {
  test.each(['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'])(
    'of %s is the pull request',
    (name) => {
      const pull_request = { number: 7, commits: 3, base: { sha: A }, head: { sha: B } }
      expect(resolveRange(name, { pull_request })).toEqual({
        mode: 'diff',
        base: A,
        head: B,
        why: 'pull request #7',
        pullNumber: 7,
        commits: 3,
      })
    },
  )

  test('of merge_group is the group', () => {
    expect(resolveRange('merge_group', { merge_group: { base_sha: A, head_sha: B } })).toEqual({
      mode: 'diff',
      base: A,
      head: B,
      why: 'the merge group',
    })
  })

  test('of a push begins where the branch was', () => {
    expect(resolveRange('push', { before: A, after: B, ref: 'refs/heads/topic/x', repository })).toEqual({
      mode: 'diff',
      base: A,
      head: B,
      why: `the push to topic/x since ${A.slice(0, 7)}`,
      fallback: { branch: 'main' },
    })
    // The default branch cannot fall back on itself.
    expect(resolveRange('push', { before: A, after: B, ref: 'refs/heads/main', repository })).toMatchObject({
      base: A,
      fallback: 'full',
    })
  })

  test.each([ZERO, '', undefined, '--all'])('of a push with before %j begins at the default branch', (before) => {
    const plan = resolveRange('push', { before, after: B, ref: 'refs/heads/topic', repository })
    expect(plan).toEqual({
      mode: 'diff',
      head: B,
      why: 'the push made topic, compared with main',
      fallback: { branch: 'main' },
    })
  })

  test('of a push that makes the default branch is everything', () => {
    const push = { before: ZERO, after: B, ref: 'refs/heads/main', repository }
    expect(resolveRange('push', push)).toEqual({ mode: 'full', head: B, why: 'the push made main' })
    expect(resolveRange('push', { ...push, ref: 'refs/heads/x', repository: undefined })).toMatchObject({
      mode: 'full',
    })
    expect(resolveRange('push', { ...push, after: ZERO, deleted: true })).toMatchObject({ mode: 'full' })
  })

  test.each(['schedule', 'workflow_dispatch', 'release', 'issue_comment', 'repository_dispatch', ''])(
    'of %j is everything',
    (name) => {
      expect(resolveRange(name, {})).toEqual({ mode: 'full', why: `the event is ${name}` })
    },
  )

  describe('that only points at a commit', () => {
    const fork = { full_name: 'someone/shop', owner: { login: 'someone' } }
    const home = { default_branch: 'main', full_name: 'octo-org/shop' }
    const pulls = [{ number: 7, head: { sha: B }, base: { sha: A } }]

    test.each([
      ['workflow_run', { workflow_run: { head_sha: B, pull_requests: pulls } }],
      ['check_suite', { check_suite: { head_sha: B, pull_requests: pulls } }],
      ['check_run', { check_run: { head_sha: B, pull_requests: pulls } }],
      ['check_run', { check_run: { head_sha: B, check_suite: { pull_requests: pulls } } }],
    ])('%s is about its pull request', (name, payload) => {
      expect(resolveRange(name, { ...payload, repository })).toMatchObject({
        mode: 'diff',
        base: A,
        head: B,
        pullNumber: 7,
      })
    })

    test('a run for a fork is compared with the default branch, unless the server knows the pull request', () => {
      const workflow_run = { head_sha: B, head_branch: 'main', head_repository: fork, pull_requests: [] }
      expect(resolveRange('workflow_run', { workflow_run, repository: home })).toEqual({
        mode: 'diff',
        head: B,
        why: 'what the workflow_run event ran for',
        fallback: { branch: 'main' },
        incomplete: true,
        headBranch: { owner: 'someone', name: 'main' },
      })
    })

    test('a run for the default branch, and its status, are about all of that commit', () => {
      const own = { full_name: 'octo-org/shop', owner: { login: 'octo-org' } }
      const workflow_run = { head_sha: B, head_branch: 'main', head_repository: own }
      const full = { mode: 'full', head: B, exact: true }
      expect(resolveRange('workflow_run', { workflow_run, repository: home })).toMatchObject(full)
      expect(resolveRange('status', { sha: B, branches: [{ name: 'x' }, { name: 'main' }], repository })).toMatchObject(
        full,
      )
    })

    test('a comment that names none is one clear line', () => {
      expect(() => resolveRange('issue_comment', { issue: { pull_request: {} }, repository })).toThrow(
        /has no pull request in `issue.number`/,
      )
    })

    test('a comment names the pull request by its number', () => {
      const issue = { number: 7, pull_request: { url: '…' } }
      const plan = { mode: 'diff', head: 'refs/pull/7/head', pullNumber: 7, fallback: { branch: 'main' } }
      expect(resolveRange('issue_comment', { issue, repository })).toMatchObject(plan)
      const client_payload = { pull_request: { number: 7 } }
      expect(resolveRange('repository_dispatch', { client_payload, repository })).toMatchObject(plan)
      expect(resolveRange('issue_comment', { issue: { number: 7 }, repository })).toMatchObject({ mode: 'full' })
    })
  })

  test.each([
    ['workflow_run', {}, 'workflow_run.head_sha'],
    ['pull_request', { pull_request: { head: { sha: B } } }, 'pull_request.base.sha'],
    ['pull_request', undefined, 'pull_request.base.sha'],
    ['pull_request', { pull_request: { base: { sha: A }, head: { sha: '--upload-pack=x' } } }, 'pull_request.head.sha'],
    ['push', { before: A }, 'after'],
    ['merge_group', { merge_group: { base_sha: ZERO, head_sha: B } }, 'merge_group.base_sha'],
  ])('of a %s without its commits is one clear line', (name, payload, field) => {
    expect(() => resolveRange(name, payload)).toThrow(
      expect.objectContaining({ name: 'Problem', message: expect.stringContaining(`has no commit in \`${field}\``) }),
    )
  })
})
