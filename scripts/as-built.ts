import { readFileSync } from 'node:fs'

// Imported before anything of src/, so that what is shown says the version that a build would say.
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
Object.assign(globalThis, { KEYLATCH_VERSION: version })
