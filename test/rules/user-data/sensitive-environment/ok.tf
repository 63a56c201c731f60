variable "db_password" {
  type      = string
  sensitive = true
}

variable "stage" {
  type = string
}

resource "aws_secretsmanager_secret" "db" {
  name = "shop/db"
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = aws_secretsmanager_secret.db.id
  secret_string = var.db_password
}

resource "aws_ssm_parameter" "db" {
  name  = "/shop/db"
  type  = "SecureString"
  value = var.db_password
}

resource "aws_lambda_function" "shop" {
  function_name = "shop"
  environment {
    variables = { DB_SECRET_ARN = aws_secretsmanager_secret.db.arn, STAGE = var.stage }
  }
}
