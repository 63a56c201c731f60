variable "db_password" {
  type      = string
  sensitive = true
}

resource "random_password" "session" {
  length = 32
}

resource "aws_lambda_function" "shop" {
  function_name = "shop"
  environment {
    variables = {
      DB_PASSWORD  = var.db_password
      DATABASE_URL = "postgres://shop:${var.db_password}@db/shop"
    }
  }
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([
    { name = "shop", environment = [{ name = "SESSION_KEY", value = random_password.session.result }] },
  ])
}
