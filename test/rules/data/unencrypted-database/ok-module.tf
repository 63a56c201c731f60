module "database" {
  source              = "terraform-aws-modules/rds/aws"
  publicly_accessible = false
}
