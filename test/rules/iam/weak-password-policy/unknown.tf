variable "length" { type = number }
resource "aws_iam_account_password_policy" "given" {
  minimum_password_length = var.length
}
