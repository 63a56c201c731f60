resource "aws_ecs_service" "a" {
  name = "a"
}
