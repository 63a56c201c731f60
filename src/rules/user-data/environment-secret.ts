import type { SettingNode } from '../../core/node.ts'
import { defineRule } from '../../core/rule.ts'
import { formatAdviceBeforePlace, secretName } from './format-advice.ts'
import { settingHits } from './setting-hits.ts'

const WHERE = {
  'lambda-environment': 'Lambda environment variable',
  'ecs-environment': 'Container environment variable',
  'compose-environment': 'Container environment variable',
  'build-environment': 'Build environment variable',
  kubernetes: 'Value',
  'user-data': 'Value in user-data',
} as const

const REMEDIES = {
  'lambda-environment': (name: string) =>
    `Pass the ARN of a Secrets Manager secret instead (\`${name}_ARN\`) and read the secret in the function, with the AWS Parameters and Secrets Lambda extension for instance.`,
  'ecs-environment': (name: string) =>
    `Move \`${name}\` from \`environment\` to \`secrets\`: { name = "${name}", valueFrom = "<ARN of a Secrets Manager secret or an SSM parameter>" }.`,
  // https://docs.docker.com/compose/how-tos/use-secrets/
  'compose-environment': (name: string) =>
    `Name it under \`secrets:\` of the Compose file (\`${secretName(name)}: {environment: ${name}}\`), give the service that secret, and read \`/run/secrets/${secretName(name)}\`; or leave \`${name}\` without a value, so that it is taken from the environment.`,
  'build-environment': (name: string) =>
    `Set the type of \`${name}\` to SECRETS_MANAGER or PARAMETER_STORE and its value to the name of the secret.`,
  kubernetes: (name: string) =>
    `Keep \`${name}\` in AWS Secrets Manager, let External Secrets or the Secrets Store CSI driver make the Secret from it, and read it with \`valueFrom.secretKeyRef\`.`,
  'user-data': (name: string) =>
    `Let the instance fetch \`${name}\` from AWS Secrets Manager or an SSM SecureString parameter, with its own role.`,
} as const

export default defineRule({
  meta: {
    id: 'user-data/environment-secret',
    title: 'Environment of a function, container or build holds a literal secret',
    severity: 'high',
    about: 'secret',
    domain: 'machines',
    practice: 'no secrets in user-data, Dockerfiles, scripts, code',
    description:
      'Environment variables of Lambda functions, ECS tasks, CodeBuild projects and containers in Kubernetes are shown in plain text to everyone who may describe them, and stand in the Terraform state, the template or the manifest. The base64 of a Kubernetes Secret hides nothing, and the values of a Helm chart become either.',
    remediation: 'Keep the secret in AWS Secrets Manager or as an SSM SecureString parameter, and pass its ARN.',
    cwe: ['CWE-798', 'CWE-526'],
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
      'https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html',
    ],
  },
  on: 'setting',
  *check(setting, context) {
    const place = setting.place as keyof typeof WHERE
    if (!(place in WHERE)) return
    yield* settingHits(setting, {
      where: WHERE[place],
      weight: 'high',
      remediation: ({ name }: SettingNode) =>
        `${formatAdviceBeforePlace(setting, context) ?? REMEDIES[place](name.value)} Rotate the value that stood here.`,
    })
  },
})
