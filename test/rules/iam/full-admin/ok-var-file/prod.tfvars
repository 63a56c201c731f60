x = "s3:ListAllMyBuckets"
