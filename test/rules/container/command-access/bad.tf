resource "aws_ecs_service" "a" {
  enable_execute_command = true
}
