import { afterEach, expect, test } from 'vitest'
import type { Report } from '../../src/core/finding.ts'
import { keylatch } from '../support/dist.ts'
import { Repository } from '../support/repository.ts'

/** Ways to make what a pull request brings in look as if the base had it already. */
const repositories: Repository[] = []
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.dispose()
})

function fresh(): Repository {
  const repository = new Repository()
  repositories.push(repository)
  return repository
}

const role = (name: string): string => `resource "aws_iam_role" "${name}" {
  name               = "${name}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}
`
const admin = (name: string, holder: string, more = ''): string => `resource "aws_iam_role_policy" "${name}" {
  name   = "${name}"
  role   = aws_iam_role.${holder}.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*"${more} }]
  })
}
`
const twoRoles = role('breakglass') + role('ci')

async function admins(repository: Repository): Promise<[verdict: string, states: string[]]> {
  const { stdout } = await keylatch(['scan', '--base', 'main', '--format', 'json'], { cwd: repository.root })
  const { verdict, findings }: Report = JSON.parse(stdout)
  return [verdict, findings.filter(({ ruleId }) => ruleId === 'iam/full-admin').map(({ state }) => state)]
}

test('an administrator policy that goes from one role to another is news', async () => {
  const repository = fresh()
  repository.commit('base', { 'main.tf': twoRoles + admin('all', 'breakglass') })
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit('another name', { 'main.tf': twoRoles + admin('deploy', 'ci') })
  expect(await admins(repository)).toEqual(['block', ['new']])
  repository.commit('the same name', { 'main.tf': twoRoles + admin('all', 'ci') })
  expect(await admins(repository)).toEqual(['block', ['new']])
})

test('one that a second role gets as well is news', async () => {
  const shared = `resource "aws_iam_policy" "all" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
`
  const attached = (holder: string) =>
    `resource "aws_iam_role_policy_attachment" "${holder}" {
  role       = aws_iam_role.${holder}.name
  policy_arn = aws_iam_policy.all.arn
}
`
  const repository = fresh()
  repository.commit('base', { 'main.tf': twoRoles + shared + attached('breakglass') })
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit('one more', { 'ci.tf': attached('ci') })
  expect(await admins(repository)).toEqual(['block', ['new']])
})

test('one that loses its condition is news; one that gets one is not', async () => {
  const careful = admin('all', 'ci', ', Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }')
  const repository = fresh()
  repository.commit('base', { 'main.tf': role('ci') + careful })
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit('carefree', { 'main.tf': role('ci') + admin('all', 'ci') })
  expect(await admins(repository)).toEqual(['block', ['new']])
  repository.git('branch', '-f', 'main')
  repository.commit('careful again', { 'main.tf': role('ci') + careful })
  expect(await admins(repository)).toEqual(['pass', ['existing']])
})

test('one that is renamed or put into another file or folder is not', async () => {
  const repository = fresh()
  repository.commit('base', { 'main.tf': role('ci') + admin('all', 'ci') })
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit('renamed', { 'main.tf': role('ci'), 'admin.tf': admin('everything', 'ci') })
  expect(await admins(repository)).toEqual(['pass', ['existing']])
  repository.remove('main.tf', 'admin.tf').commit('moved', { 'iam/roles.tf': role('ci') + admin('everything', 'ci') })
  expect(await admins(repository)).toEqual(['pass', ['existing']])
})

test('what main took away since is not brought back in another file', async () => {
  const repository = fresh()
  repository.commit('base', { 'main.tf': role('ci'), 'admin.tf': admin('all', 'ci') })
  repository.git('checkout', '-q', '-b', 'feature')
  repository
    .remove('admin.tf')
    .commit('moved', { 'other.tf': `# Elsewhere\n${admin('all', 'ci')}# ${'x'.repeat(2000)}\n` })
  expect(await admins(repository)).toEqual(['pass', ['existing']])
  repository.git('checkout', '-q', 'main')
  repository.remove('admin.tf').commit('taken away')
  repository.git('checkout', '-q', 'feature')
  expect(await admins(repository)).toEqual(['block', ['new']])
})

test('nor by a merge of more old commits than are compared at once', async () => {
  const repository = fresh()
  const all = role('ci') + admin('all', 'ci')
  repository.commit('base', { 'main.tf': all })
  const tree = repository.git('rev-parse', 'HEAD^{tree}')
  const old = ['HEAD']
  for (let count = 0; count < 110; count++) {
    old.push(repository.git('commit-tree', '-p', old.at(-1)!, '-m', `${count}`, tree))
  }
  repository.git('reset', '-q', '--hard', old.at(-1)!)
  repository.commit('taken away', { 'main.tf': role('ci') })
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit('brought back', { 'main.tf': all })
  let head = 'HEAD'
  for (const parent of old.slice(1)) {
    head = repository.git('commit-tree', '-p', head, '-p', parent, '-m', 'merge', tree)
  }
  repository.git('reset', '-q', '--hard', head)
  expect(await admins(repository)).toEqual(['block', ['new']])
})

test('nor by merges back and forth', async () => {
  const repository = fresh()
  repository.commit('base', { 'main.tf': role('ci') + admin('all', 'ci') })
  repository.git('checkout', '-q', '-b', 'side')
  repository.commit('something', { side: '1' })
  repository.git('checkout', '-q', 'main')
  const without = repository.commit('taken away', { 'main.tf': role('ci') })
  repository.git('merge', '-q', '--no-ff', '-m', 'side into main', 'side')
  repository.git('checkout', '-q', '-b', 'feature', 'side')
  repository.git('merge', '-q', '--no-ff', '-s', 'ours', '-m', 'main into side, unchanged', without)
  expect(await admins(repository)).toEqual(['block', ['new']])
})
