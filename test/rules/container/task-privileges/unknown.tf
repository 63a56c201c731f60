variable "given" {}

resource "aws_ecs_task_definition" "a" {
  network_mode          = var.given
  container_definitions = jsonencode([{ name = "a", privileged = var.given }])
}
