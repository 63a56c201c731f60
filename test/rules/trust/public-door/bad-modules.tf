module "gh" {
  source   = "terraform-aws-modules/iam/aws//modules/iam-github-oidc-role"
  version  = "~> 5.0"
  subjects = ["acme/*", "repo:acme/web:ref:refs/heads/main"]
}
module "v6" {
  source                 = "terraform-aws-modules/iam/aws//modules/iam-role"
  enable_github_oidc     = true
  oidc_wildcard_subjects = ["repo:*"]
}
module "admin" {
  source              = "git::https://github.com/terraform-aws-modules/terraform-aws-iam.git//modules/iam-assumable-role?ref=v5.0.0"
  trusted_role_arns   = ["*"]
  attach_admin_policy = true
}
module "db" {
  source              = "terraform-aws-modules/rds/aws"
  publicly_accessible = true
}
module "eks" {
  source                               = "terraform-aws-modules/eks/aws"
  cluster_endpoint_public_access       = true
  cluster_endpoint_public_access_cidrs = ["203.0.113.0/24"]
}
module "eks2" {
  source                 = "terraform-aws-modules/eks/aws"
  endpoint_public_access = true
}
module "scp" {
  source = "cloudposse/service-control-policies/aws"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
module "role" {
  source     = "cloudposse/iam-role/aws"
  principals = { AWS = ["*"] }
}
