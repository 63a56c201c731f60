import type { SettingNode } from '../../core/node.ts'
import { nameOf } from '../../core/paths.ts'
import type { RuleContext } from '../../core/rule.ts'

interface Format {
  readonly is: (setting: SettingNode, path: string, context: RuleContext) => boolean
  /** How a file of this format takes a value from where secrets are kept, as a sentence about the setting. */
  readonly advice: (name: string) => string
  /** It knows better than the service that gets the setting. */
  readonly beforePlace?: true
}

/** What files of each format write in the place of a secret. The first that fits speaks. */
const FORMATS: readonly Format[] = [
  {
    // https://developer.hashicorp.com/terraform/language/manage-sensitive-data
    is: (_, path) => /\.(?:tf|tofu|tfvars|hcl)(?:\.json)?$/.test(path),
    advice: (name) =>
      `Take \`${name}\` from the environment, from a sensitive variable without a default, or with \`data "aws_secretsmanager_secret_version"\`.`,
  },
  {
    is: (_, path) => /\.tfstate(?:\.backup)?$/.test(path),
    advice: () => 'Keep the state in an encrypted backend (S3 with KMS) and out of the repository.',
  },
  {
    // https://www.serverless.com/framework/docs/providers/aws/guide/variables
    beforePlace: true,
    is: (_, path) => /^serverless[\w.-]*\.(?:ya?ml|json|[cm]?[jt]s)$/.test(nameOf(path)),
    advice: (name) =>
      `Write \`${name}: \${ssm:/path/to/${secretName(name)}}\`, or pass the ARN of a Secrets Manager secret and read it in the function.`,
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
    is: (_, path, { unit }) => /\.(?:ya?ml|json|template|cfn)$/.test(path) && unit.nodes.some(isOfCloudFormation),
    advice: (name) =>
      `Write \`{{resolve:secretsmanager:<name of the secret>:SecretString:${secretName(name)}}}\` in its place.`,
  },
  {
    // https://docs.ansible.com/ansible/latest/collections/amazon/aws/secretsmanager_secret_lookup.html
    is: ({ place }, path) => place === 'provider' && /\.ya?ml$|(?:^|\/)(?:group|host)_vars\//.test(path),
    advice: (name) =>
      `Write \`"{{ lookup('amazon.aws.secretsmanager_secret', '<name of the secret>') }}"\`, or keep \`${name}\` in a file of Ansible Vault.`,
  },
  {
    is: (_, path) => /\.(?:[cm]?[jt]sx?|py)$/.test(path),
    advice: () =>
      "In the CDK take it with `SecretValue.secretsManager('<name of the secret>')`, in Pulumi with `config.requireSecret('<name>')`.",
  },
]

/** How this very file would take the setting from where secrets are kept; undefined where the format says nothing of its own. */
export function formatAdvice(setting: SettingNode, context: RuleContext): string | undefined {
  return formatOf(setting, context)?.advice(setting.name.value)
}

/** The same, only where the format says more than the service that gets the setting. */
export function formatAdviceBeforePlace(setting: SettingNode, context: RuleContext): string | undefined {
  const format = formatOf(setting, context)
  return format?.beforePlace ? format.advice(setting.name.value) : undefined
}

const formatOf = (setting: SettingNode, context: RuleContext): Format | undefined =>
  FORMATS.find(({ is }) => is(setting, setting.span.uri, context))

const isOfCloudFormation = (node: RuleContext['unit']['nodes'][number]): boolean =>
  node.kind === 'resource' && node.type.includes('::')

/** A name as stores of secrets take it. */
export const secretName = (name: string): string => name.toLowerCase().replace(/\W+/g, '_')
