resource "aws_ssm_parameter" "a" {
  name = "/app/db_password"
  type = "SecureString"
}

resource "aws_ssm_parameter" "b" {
  name  = "/app/db_host"
  type  = "String"
  value = "db"
}
