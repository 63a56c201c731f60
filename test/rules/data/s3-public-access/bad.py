import pulumi_aws as aws

logs = aws.s3.Bucket("logs", acl="private")
