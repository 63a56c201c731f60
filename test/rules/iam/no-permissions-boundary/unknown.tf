variable "given" { type = string }

resource "aws_iam_role" "ci" {
  name                 = "ci"
  permissions_boundary = var.given
  assume_role_policy   = "{}"
}

resource "aws_iam_role_policy" "ci" {
  role = aws_iam_role.ci.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:CreateRole", "iam:PutRolePolicy"], Resource = "arn:aws:iam::111122223333:role/app/*" }]
  })
}
