// The pictures of the README and the docs, of real runs over a made-up pull request and account: node --import tsx scripts/pictures.ts
import './as-built.ts'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import type { NodeKind } from '../src/core/node.ts'
import { conversationBody } from '../src/report/github/conversation.ts'
import { newComments } from '../src/report/github/thread.ts'
import { renderHtml } from '../src/report/html/html.ts'
import { renderScorecard, scorecard } from '../src/report/practices.ts'
import { renderSummary } from '../src/report/summary.ts'
import { renderTerminal } from '../src/report/terminal/terminal.ts'
import { rules } from '../src/rules/index.ts'
import { run } from '../src/run.ts'
import { browserPath } from '../test/support/browser.ts'
import { onGithub } from '../test/support/on-github.ts'
import { fake } from '../test/support/placeholders.ts'
import { Repository } from '../test/support/repository.ts'
import { accountScores } from './pictured-account.ts'

const out = process.argv[2] ?? 'docs/images'
const executablePath = browserPath()
if (!executablePath) throw new Error('there is no Chromium here; install one or name it with KEYLATCH_TEST_BROWSER')

const policy = (actions: string, resource: string) => `resource "aws_iam_role_policy" "deploy" {
  role = "deploy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = [${actions}]
      Resource = "${resource}"
    }]
  })
}
`
const server = (tokens: string) => `resource "aws_instance" "shop" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.small"
  metadata_options {
    http_tokens = "${tokens}"
  }
}
`
const repository = new Repository()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] })
try {
  const report = await demoReport()
  mkdirSync(out, { recursive: true })
  const page = write('page.html', renderHtml(report))
  await picture(browser, page, 'page.png', { width: 1080, height: 900 })
  await picture(browser, page, 'page-dark.png', { width: 1080, height: 900, dark: true })
  const diff = new Map([['main.tf', new Set(Array.from({ length: 60 }, (_, at) => at + 1))]])
  const threads = newComments(report, 'demo', new Set(), diff).lines.map(({ body }) => body)
  const comments = [conversationBody(report, { key: 'demo' }).body, ...threads.slice(0, 1)]
  await picture(browser, write('comment.html', onGithub(comments, 800)), 'comment.png', { width: 840 })
  await picture(browser, write('summary.html', onGithub([renderSummary(report)], 960)), 'summary.png', { width: 1000 })
  const log = renderTerminal(report, { colour: true, width: 104 })
  await picture(browser, write('terminal.html', terminalPage(log)), 'terminal.png', { width: 940 })
  const sight = { kinds: new Set<NodeKind>(['text', 'resource', 'policy']), types: new Set(['aws_instance']) }
  const card = renderScorecard({
    repository: scorecard(report, rules, sight, report),
    account: await accountScores(),
  })
  await picture(browser, write('scorecard.html', terminalPage(card)), 'scorecard.png', { width: 1000 })
} finally {
  await browser.close()
  repository.dispose()
}

/** A server that anybody may ask for its credentials, a key that was taken out again, and a role that may become any other. */
async function demoReport() {
  const deploy = (id: string, secret: string) =>
    `#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${secret}\naws s3 sync build s3://shop-assets\n`
  const base = repository.commit('Serve the shop', {
    'main.tf': server('required'),
    'iam.tf': policy('"s3:GetObject"', 'arn:aws:s3:::shop-assets/*'),
  })
  repository.commit('Deploy from a script', { 'scripts/deploy.sh': deploy(fake('AWS_ID'), fake('AWS_SECRET')) })
  repository.commit('Take the key out again', { 'scripts/deploy.sh': deploy('$DEPLOY_KEY_ID', '$DEPLOY_SECRET') })
  const head = repository.commit('Let it deploy itself', {
    'main.tf': server('optional'),
    'iam.tf': policy('"s3:*", "iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"', '*'),
  })
  return await run({
    root: repository.root,
    scope: { kind: 'range', base, head, why: 'pull request #7' },
    paths: [],
    pathsIgnore: [],
    today: '2026-11-28',
    now: () => performance.now(),
    env: process.env,
    policyFrom: 'repository',
    repository: {
      slug: 'octo-org/shop',
      serverUrl: 'https://github.com',
      commit: head,
      branch: 'faster-deploys',
      base,
    },
  })
}

function write(name: string, html: string): string {
  const file = join(repository.root, name)
  writeFileSync(file, html)
  return pathToFileURL(file).href
}

async function picture(
  from: Browser,
  url: string,
  name: string,
  { width, height, dark }: { width: number; height?: number; dark?: true },
): Promise<void> {
  const page = await from.newPage({ viewport: { width, height: height ?? 300 }, colorScheme: dark ? 'dark' : 'light' })
  await page.goto(url)
  const path = join(out, name)
  await page.screenshot({ path, fullPage: height === undefined })
  await page.close()
  const { error } = spawnSync('pngquant', ['--force', '--strip', '--output', path, '48', path])
  if (error) console.log(`${name}: four times as large as with pngquant, which is not installed here`)
}

/** The few codes that the terminal report uses, as elements. */
function terminalPage(log: string): string {
  const colours: Record<string, string> = {
    31: '#ff7b72',
    32: '#56d364',
    33: '#e3b341',
    34: '#6cb6ff',
    35: '#d2a8ff',
    36: '#7ee2d6',
    90: '#9da7b1',
  }
  const lines = log.split('\n').map(
    (line) =>
      line.split(/(?=\u001b\[)/).reduce<{ html: string; on: Set<string> }>(
        ({ html, on }, part) => {
          const [, codes] = /^\u001b\[([\d;]*)m/.exec(part) ?? []
          for (const code of codes?.split(';') ?? []) {
            if (code === '' || code === '0') on.clear()
            else on.add(code)
          }
          const style = [
            ...[...on].flatMap((code) => (colours[code] ? [`color:${colours[code]}`] : [])),
            on.has('1') ? 'font-weight:700' : '',
            on.has('2') ? 'opacity:.65' : '',
            on.has('4') ? 'text-decoration:underline' : '',
            on.has('7') ? 'filter:invert(1);background:#0d1117' : '',
            ...[...on].flatMap((code) =>
              /^(?:4|10)[1-6]$/.test(code) ? [`background:${colours[`3${code.at(-1)}`]};color:#0d1117`] : [],
            ),
          ].filter(Boolean)
          const text = stripVTControlCharacters(part).replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
          return { html: `${html}<span style="${style.join(';')}">${text}</span>`, on }
        },
        { html: '', on: new Set() },
      ).html,
  )
  return `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#0d1117;color:#e6edf3"><pre style="margin:16px;font:14px/1.35 'DejaVu Sans Mono',monospace">${lines.slice(0, 80).join('\n')}</pre>`
}
