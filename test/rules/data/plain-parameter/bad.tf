resource "aws_ssm_parameter" "a" {
  name  = "/app/db_password"
  type  = "String"
  value = var.password
}
