import { main, tellFailure } from './action/main.ts'

// An error that nobody waited for would end the run with exit code 1, which means blocked, and print what it quotes.
process.on('uncaughtException', (error) => {
  process.exitCode = tellFailure(error)
  process.stdout.write('', () => process.exit(2))
})
process.exitCode = await main()
