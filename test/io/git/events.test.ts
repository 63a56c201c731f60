import { describe, expect, test } from '@jest/globals'
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

  test.each(['schedule', 'workflow_dispatch', 'release', 'workflow_run', ''])('of %j is everything', (name) => {
    expect(resolveRange(name, {})).toEqual({ mode: 'full', why: `the event is ${name}` })
  })

  test.each([
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
