variable "given" { type = string }

resource "aws_iam_user_policy_attachment" "bot" {
  user       = "bot"
  policy_arn = var.given
}
