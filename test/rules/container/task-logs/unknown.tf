variable "given" {}

resource "aws_ecs_task_definition" "a" {
  container_definitions = jsonencode(var.given)
}
