import * as ecr from 'aws-cdk-lib/aws-ecr'

new ecr.Repository(this, 'Shop', {
  repositoryName: 'shop',
})
