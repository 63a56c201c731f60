import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

/**
 * What takes long, which CI does and `npm test` does not: inputs at the limits (megabytes, bombs, attacks in hundreds), runs that
 * wait for a server that is away and ask it again, tools of ours tried as they are started, and what is bundled for its test alone.
 */
const LONG = [
  'test/limits/**/*.test.ts',
  ...['pointing', 'channels', 'traced', 'newcomer'].map((name) => `test/e2e/${name}.test.ts`),
  ...['action', 'bundle'].map((name) => `test/io/aws/${name}.test.ts`),
  ...['corpus', 'new-rule'].map((name) => `test/scripts/${name}.test.ts`),
  'test/docs/adding.test.ts',
]

export default defineConfig({
  define: { KEYLATCH_VERSION: JSON.stringify(version) },
  test: {
    globalSetup: ['test/support/bundle-source.js'],
    // One process a core, in which each module is loaded once: loading all rules takes longer than most suites.
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    // Git is started thousands of times, which takes long in a process that keeps much.
    execArgv: ['--max-old-space-size=700'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'behaviour', include: ['test/**/*.test.ts'], exclude: LONG } },
      { extends: true, test: { name: 'long', include: LONG } },
    ],
  },
})
