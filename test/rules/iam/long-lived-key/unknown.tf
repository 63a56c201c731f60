variable "given" { type = string }

resource "aws_iam_access_key" "bot" {
  user   = "bot"
  status = var.given
}
