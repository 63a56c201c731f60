resource "aws_ssm_parameter" "db_password" {
  name  = "/prod/db/password"
  type  = "SecureString"
  value = var.db_password
}

resource "aws_ssm_parameter" "stage" {
  name  = "/prod/stage"
  type  = "String"
  value = "production-environment"
}

resource "aws_ssm_parameter" "token_url" {
  name  = "/prod/token_url"
  type  = "String"
  value = "https://login.example.com/token"
}
