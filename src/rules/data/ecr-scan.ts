import { ofType } from '../../extract/resource-index.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/ecr-scan',
    title: 'Images are not scanned when they are pushed',
    severity: 'note',
    practice: 'ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs',
    description: 'Known flaws of the packages in an image stay unseen until somebody looks.',
    remediation: 'Set `scan_on_push = true`, or enhanced scanning for the whole registry.',
    cwe: ['CWE-1104'],
    references: [
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html',
    ],
  },
  [
    {
      types: 'aws_ecr_repository',
      at: 'image_scanning_configuration.scan_on_push',
      is: 'on',
      fix: true,
      unless: (_, { unit }) => ofType(unit, 'aws_ecr_registry_scanning_configuration').length > 0,
      says: 'does not scan images when they are pushed',
    },
  ],
)
