import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const files = readdirSync(join(ROOT, 'src'), { recursive: true }).map((name) => `/${String(name).split(sep).join('/')}`)

test('the architecture names files and folders of src that exist', () => {
  const named = [...text('docs/architecture.md').matchAll(/`([a-z][\w./-]*?(?:\.ts|\/))`/g)].map(([, name]) => name!)
  expect(named.length).toBeGreaterThan(50)
  const missing = named.filter((name) => {
    const path = `/${name.replace(/\/$/, '')}`
    return !files.some((file) => file.endsWith(path)) && !existsSync(join(ROOT, name)) && name !== 'adr/'
  })
  expect(missing).toEqual([])
})

test('links between pages lead somewhere', () => {
  const pages = readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map((name) => `docs/${String(name).split(sep).join('/')}`)
    .filter((path) => path.endsWith('.md'))
  const broken = ['README.md', 'CONTRIBUTING.md', ...pages].flatMap((page) =>
    [...text(page).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !existsSync(join(ROOT, dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  )
  expect(broken).toEqual([])
})

test('every script that begins or checks something is named for who contributes', () => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
  const page = text('CONTRIBUTING.md')
  const unnamed = Object.keys(scripts).filter((name) => !page.includes(`npm run ${name}`) && name !== 'test')
  expect(unnamed).toEqual([])
})
