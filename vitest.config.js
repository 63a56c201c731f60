import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

/** Inputs at the limits (megabytes, bombs, attacks in hundreds): minutes of work, which CI does and `npm test` does not. */
const LIMITS = 'test/limits/**/*.test.ts'

export default defineConfig({
  define: { KEYLATCH_VERSION: JSON.stringify(version) },
  test: {
    globalSetup: ['test/support/bundle-source.js'],
    // One process a core, in which each module is loaded once: loading all rules takes longer than most suites.
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'behaviour', include: ['test/**/*.test.ts'], exclude: [LIMITS] } },
      { extends: true, test: { name: 'limits', include: [LIMITS] } },
    ],
  },
})
