resource "aws_codepipeline" "deploy" {
  stage {
    name = "build"
    action {
      name          = "build"
      configuration = { EnvironmentVariables = jsonencode([{ name = "NPM_TOKEN", value = "/npm/token", type = "PARAMETER_STORE" }]) }
    }
  }
}

resource "aws_sfn_state_machine" "report" {
  definition = jsonencode({
    States = { Run = { Parameters = { "SecretToken.$" = "$.token", Environment = [{ Name = "DB_PASSWORD", "Value.$" = "$.password" }] } } }
  })
}

resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([{ name = "web", secrets = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:ssm:eu-west-1:111122223333:parameter/db" }] }])
}
