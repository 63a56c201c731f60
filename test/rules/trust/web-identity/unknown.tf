variable "given" { type = string }

resource "aws_iam_role" "ci" {
  name = "ci"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = var.given }
      Action    = "sts:AssumeRoleWithWebIdentity"
    }]
  })
}
