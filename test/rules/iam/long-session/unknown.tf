variable "given" { type = number }

resource "aws_iam_role" "ci" {
  name                 = "ci"
  max_session_duration = var.given
  assume_role_policy   = "{}"
}
