variable "given" {}

resource "aws_cognito_user_pool" "a" {
  mfa_configuration = var.given
}
