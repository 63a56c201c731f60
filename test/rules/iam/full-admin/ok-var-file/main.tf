variable "x" {}
resource "aws_iam_role_policy" "a" {
  role   = "r"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.x, Resource = "*" }] })
}
