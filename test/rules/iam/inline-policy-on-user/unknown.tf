variable "given" { type = string }

resource "aws_iam_user_policy" "bot" {
  user   = "bot"
  policy = var.given
}
