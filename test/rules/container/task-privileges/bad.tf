resource "aws_ecs_task_definition" "a" {
  network_mode = "host"
  family = "a"
  container_definitions = jsonencode([{ name = "a", image = "x", privileged = true }])
}

resource "aws_batch_job_definition" "b" {
  type = "container"
  container_properties = jsonencode({ image = "x", privileged = true })
}
