import { wordOf } from '../../extract/arguments.ts'
import { requirementRule } from '../hygiene.ts'

export default requirementRule(
  {
    id: 'data/ecr-mutable-tags',
    title: 'Tags of images can be moved',
    severity: 'note',
    practice: 'ECR scan on push; Container Insights; timeouts and resource limits of Batch jobs',
    description: 'Who may push can put other contents under a tag that is deployed, and nobody sees it.',
    remediation: 'Set `image_tag_mutability = "IMMUTABLE"`, and deploy by digest.',
    cwe: ['CWE-494'],
    references: [
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html',
    ],
  },
  [
    {
      types: 'aws_ecr_repository',
      at: 'image_tag_mutability',
      is: (value) => (wordOf(value) === undefined ? undefined : wordOf(value)!.startsWith('IMMUTABLE')),
      absent: 'wrong',
      says: 'lets its tags be moved',
    },
  ],
)
