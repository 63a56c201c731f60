from aws_cdk import aws_rds as rds

rds.DatabaseInstance(self, "Orders",
    engine=rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_16),
    vpc=vpc,
)
rds.DatabaseCluster(self, "Carts", storage_encrypted=False, vpc=vpc)
