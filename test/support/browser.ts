import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium of this machine, or the one that KEYLATCH_TEST_BROWSER names; none is downloaded. */
export function browserPath(): string | undefined {
  return process.env.KEYLATCH_TEST_BROWSER ?? PLACES.find((path) => existsSync(path))
}
