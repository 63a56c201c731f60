resource "aws_lambda_function" "api" {
  function_name = "api"
  environment {
    variables = {
      STAGE        = "prod"
      DB_PASSWORD  = "@@PASSWORD@@"
      DATABASE_URL = "postgres://api:@@PASSWORD:2@@@db.internal/api"
    }
  }
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      environment = [{ name = "STRIPE_API_KEY", value = "@@HEX40@@" }]
    }
  ])
}
