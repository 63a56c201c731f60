import pulumi_aws as aws

data = aws.s3.Bucket("data")
block = aws.s3.BucketPublicAccessBlock(
    "data",
    bucket=data.id,
    block_public_acls=True,
    block_public_policy=True,
    ignore_public_acls=True,
    restrict_public_buckets=True,
)
