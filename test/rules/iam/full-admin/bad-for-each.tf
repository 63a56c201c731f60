locals {
  policies = {
    reader = ["s3:ListAllMyBuckets"]
    admin  = ["*"]
  }
}

resource "aws_iam_policy" "this" {
  for_each = local.policies
  name     = each.key
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = each.value, Resource = "*" }]
  })
}
