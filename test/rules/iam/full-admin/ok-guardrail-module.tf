module "scp" {
  source = "cloudposse/service-control-policies/aws"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
