resource "aws_ecs_task_definition" "a" {
  family                = "a"
  network_mode          = "bridge"
  container_definitions = <<EOF
[
  {
    "name": "a",
    "image": "x",
    "privileged": true,
    "linuxParameters": { "capabilities": { "add": ["SYS_ADMIN"] } }
  }
]
EOF
}
