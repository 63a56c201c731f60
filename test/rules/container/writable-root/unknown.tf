variable "containers" {}

resource "aws_ecs_task_definition" "a" {
  container_definitions = var.containers
}
