variable "given" {}

resource "aws_iam_user_login_profile" "a" {
  user                    = "a"
  password_reset_required = var.given
}
