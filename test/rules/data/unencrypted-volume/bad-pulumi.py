import pulumi_aws as aws

data = aws.ebs.Volume("data", availability_zone="eu-west-1a", size=40)
logs = aws.ebs.Volume(
    "logs",
    availability_zone="eu-west-1a",
    encrypted=False,
    size=10,
)
