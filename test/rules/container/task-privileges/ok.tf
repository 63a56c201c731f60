resource "aws_ecs_task_definition" "a" {
  network_mode = "awsvpc"
  family = "a"
  container_definitions = jsonencode([{ name = "a", image = "x", user = "1000", privileged = false }])
}
