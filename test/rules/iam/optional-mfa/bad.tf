resource "aws_cognito_user_pool" "a" {
  name = "a"
}

resource "aws_cognito_user_pool" "b" {
  mfa_configuration = "OFF"
}
