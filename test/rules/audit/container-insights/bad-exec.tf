resource "aws_ecs_cluster" "a" {
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      logging = "NONE"
    }
  }
}
