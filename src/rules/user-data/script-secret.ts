import { defineRule } from '../../core/rule.ts'
import { boundedHits } from '../credentials/flood.ts'
import { scriptHits } from './script-hits.ts'

/** Where a script runs, in the words of the message. */
const WHERE = { dockerfile: 'a step of the image build', workflow: 'a workflow step', script: 'the script' } as const

export default defineRule({
  meta: {
    id: 'user-data/script-secret',
    title: 'Script holds a literal secret',
    severity: 'high',
    about: 'secret',
    domain: 'machines',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'A secret in a script is read by everyone who can read the repository or an image built from it, stays in its history, and cannot be rotated without a change to the code.',
    remediation: 'Read the secret from the environment or from AWS Secrets Manager when the script runs.',
    cwe: ['CWE-798'],
    references: [
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_cli.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html',
    ],
  },
  on: 'script',
  *check(script, context) {
    if (script.place === 'script' || script.place === 'dockerfile' || script.place === 'workflow') {
      yield* boundedHits(scriptHits(script, WHERE[script.place], 'high'), script.span, context)
    }
  },
})
