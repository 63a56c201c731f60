import { defineRule } from '../../core/rule.ts'

const READERS: Readonly<Record<string, string>> = {
  'lambda-environment': 'the environment of the function',
  'ecs-environment': 'the environment of the container',
  'build-environment': 'the environment of the build',
  metadata: 'the metadata of the instance',
  'user-data': 'user-data',
}

export default defineRule({
  meta: {
    id: 'user-data/sensitive-environment',
    title: 'Sensitive value is written into an environment',
    severity: 'note',
    about: 'hygiene',
    domain: 'machines',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'A value that was declared sensitive ends up readable to everyone who may describe the function, the task or the project, whatever the plan hides.',
    remediation:
      'Pass the ARN of a Secrets Manager secret or an SSM parameter: in `secrets` of a container, with the type SECRETS_MANAGER in CodeBuild, and let a function fetch it.',
    cwe: ['CWE-312', 'CWE-526'],
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    ],
  },
  on: 'setting',
  *check({ place, name, sensitive, related }) {
    const reader = READERS[place]
    if (!reader) return
    for (const { reference, span } of sensitive) {
      yield {
        span,
        message: `\`${reference}\` is sensitive, and ends up readable in ${reader} as \`${name.value}\`.`,
        element: `${name.value} ${reference}`,
        related,
      }
    }
  },
})
