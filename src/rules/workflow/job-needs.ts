import { member, type Value } from '../../core/value.ts'
import { type Job, stepsOf, textOf } from './jobs.ts'

/**
 * Does the job need nothing of GitHub but to read its own repository? Only where every action is one that is known to ask for
 * no more, and no line of a script could: a script that stands in the repository may push with what the checkout left there.
 */
export function needsOnlyItsFiles(document: Value, job: Job): boolean {
  if (!job.body || member(job.body, 'uses') || mentionsToken(member(document, 'env')) || mentionsToken(job.body))
    return false
  const { steps } = job
  const scripts = steps?.kind === 'list' ? steps.items.map((step) => textOf(member(step, 'run'))) : []
  return (
    stepsOf(job).every(({ uses }) => uses === undefined || READ_ONLY_ACTIONS.test(uses)) &&
    scripts.every((script) => script === undefined || commandsIn(script).every((command) => HARMLESS.test(command)))
  )
}

const READ_ONLY_ACTIONS =
  /^(?:actions\/(?:checkout|cache|setup-[\w-]+|upload-artifact|download-artifact)|aws-actions\/[\w-]+|hashicorp\/setup-terraform|docker\/(?:setup-buildx|setup-qemu)-action|pnpm\/action-setup)@/

/** Commands that speak with AWS, build or tell something, and never with GitHub. */
const COMMANDS = [
  'aws|sam|cdk|npx (?:aws-)?cdk|terraform|tofu|terragrunt|pulumi|kubectl|helm|docker (?:build|push|tag|buildx)',
  'npm (?:ci|install|i|test)|(?:npm run|yarn|pnpm) (?:build|test|lint|synth|compile|install)|pip3? install',
  'echo|printf|cd|ls|cat|mkdir|export|set|zip|unzip|date|sleep|env|true',
]
const HARMLESS = new RegExp(String.raw`^(?:${COMMANDS.join('|')})(?=\s|$)|^[A-Za-z_]\w*=|^#`)

function commandsIn(script: string): string[] {
  const lines = script.replace(/\\\r?\n\s*/g, ' ').split(/\r?\n|&&|\|\|?|;|\$\(|`/)
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** Is the token of the job given to something, anywhere in it? */
function mentionsToken(value: Value | undefined): boolean {
  if (value?.kind === 'map') return value.entries.some((entry) => mentionsToken(entry.value))
  if (value?.kind === 'list') return value.items.some(mentionsToken)
  return /github\.token|GITHUB_TOKEN|GH_TOKEN/i.test(textOf(value) ?? '')
}
