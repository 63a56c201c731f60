variable "given" {}

resource "aws_ssm_parameter" "a" {
  name = "/app/db_password"
  type = var.given
}
