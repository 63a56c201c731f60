variable "given" {}

resource "aws_ecs_service" "a" {
  enable_execute_command = var.given
}
