resource "aws_lambda_function" "api" {
  function_name = "api"
  environment {
    variables = {
      STAGE           = "prod"
      DB_SECRET_ARN   = aws_secretsmanager_secret.db.arn
      DB_PASSWORD     = var.db_password
      TOKEN_TTL       = "3600"
      SECRETS_MANAGER = "enabled"
      API_KEY_NAME    = "x-api-key"
    }
  }
}

resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([
    {
      name    = "web"
      secrets = [{ name = "STRIPE_API_KEY", valueFrom = "arn:aws:ssm:eu-west-1:111122223333:parameter/stripe" }]
    }
  ])
}

resource "aws_lambda_function" "example_values" {
  function_name = "example"
  environment {
    variables = {
      SLACK_SIGNING_SECRET = "slack_signing_secret"
    }
  }
}
