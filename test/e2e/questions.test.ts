import { afterAll, beforeAll, expect, test } from 'vitest'
import { keylatch } from '../support/dist.ts'
import { Repository } from '../support/repository.ts'

const repository = new Repository()

beforeAll(() => {
  repository.write({
    'main.tf': `resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role_policy" "site" {
  role = aws_iam_role.deploy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:PutObject", Resource = "arn:aws:s3:::site/*", Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } } },
      { Effect = "Deny", Action = "s3:*", Resource = "arn:aws:s3:::site/private/*" },
    ]
  })
}
`,
  })
})
afterAll(() => repository.dispose())

const ask = (...words: string[]) => keylatch(words, { cwd: repository.root })

test('grants: what a role may do, by service', async () => {
  const { stdout, exitCode } = await ask('grants')
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/role deploy {2}1 action\b/)
  expect(stdout).toMatch(/s3 +1 write/)
})

test('who-can: the principals that an action is granted to, and nobody for others', async () => {
  expect((await ask('who-can', 's3:PutObject')).stdout).toMatch(/role deploy {2}on arn:aws:s3:::site\/\*/)
  expect((await ask('who-can', 'iam:PassRole')).stdout).not.toContain('deploy')
  expect(await ask('who-can', 's3:PutObjekt')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('s3:PutObjekt'),
  })
})

test.each([
  [0, 'arn:aws:s3:::site/index.html', 'eu-west-1'],
  [1, 'arn:aws:s3:::site/index.html', 'us-east-1'],
  [1, 'arn:aws:s3:::site/private/key', 'eu-west-1'],
  [1, 'arn:aws:s3:::other/index.html', 'eu-west-1'],
])('can: exit code %i for %s in %s', async (exitCode, resource, region) => {
  const answer = await ask('can', 'deploy', 's3:PutObject', resource, '--context', `aws:RequestedRegion=${region}`)
  expect(answer.exitCode).toBe(exitCode)
  expect(answer.stdout).toContain('role deploy: ')
})

test('a tree without policies and a principal that nobody declared are mistakes', async () => {
  expect(await ask('can', 'nobody', 's3:PutObject')).toMatchObject({ exitCode: 2, stdout: '' })
  repository.write({ 'empty/readme.md': 'nothing\n' })
  expect(await ask('grants', 'empty')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('no policy') })
})
