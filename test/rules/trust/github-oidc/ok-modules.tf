module "gh" {
  source   = "terraform-aws-modules/iam/aws//modules/iam-github-oidc-role"
  subjects = ["acme/web:ref:refs/heads/main"]
}
module "other" {
  source   = "acme/other/aws"
  subjects = ["*"]
}
