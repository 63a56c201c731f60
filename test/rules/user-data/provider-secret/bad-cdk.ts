import { aws_apigateway as apigateway, aws_cloudfront as cloudfront } from 'aws-cdk-lib'

new apigateway.CfnApiKey(this, 'Partner', { value: '@@PASSWORD:71@@' })

new cloudfront.CfnDistribution(this, 'Site', {
  distributionConfig: {
    origins: [{ originCustomHeaders: [{ headerName: 'X-Origin-Secret', headerValue: '@@PASSWORD:72@@' }] }],
  },
})
