resource "aws_cognito_user_pool" "a" {
  mfa_configuration = "ON"
}

resource "aws_cognito_user_pool" "b" {
  mfa_configuration = "OPTIONAL"
}
