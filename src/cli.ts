#!/usr/bin/env node
import { processConsole } from './cli/console.ts'
import { main, tellFailure } from './cli/main.ts'
import { keepCompiledCode } from './io/code-cache.ts'

const terminal = processConsole()
keepCompiledCode(terminal.env)
// A reader that went away (`keylatch scan | head`) is no error, and does not make the verdict any better.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`keylatch: standard output cannot be written (${error.code})\n`, () => process.exit(2))
})
// An error that nobody waited for would end the run with exit code 1, which means blocked, and print what it quotes.
process.on('uncaughtException', (error) => {
  process.exitCode = tellFailure(error, terminal)
  process.stderr.write('', () => process.exit(2))
})
process.exitCode = await main(process.argv.slice(2), terminal)
