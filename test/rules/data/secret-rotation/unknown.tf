variable "given" {}

resource "aws_secretsmanager_secret" "a" {
  name = "a"
}

resource "aws_secretsmanager_secret_rotation" "a" {
  secret_id = var.given
}
