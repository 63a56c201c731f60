resource "aws_ecs_cluster" "a" {
  name = "a"
}

resource "aws_ecs_cluster" "b" {
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}
