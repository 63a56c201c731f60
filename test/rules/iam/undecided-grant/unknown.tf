variable "admin" {
  type = bool
}
resource "aws_iam_role_policy" "either" {
  role   = "app"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.admin ? "*" : "s3:GetObject", Resource = "*" }] })
}
