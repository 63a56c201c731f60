resource "aws_lb" "a" {
  drop_invalid_header_fields = true
}

resource "aws_lb" "b" {
  load_balancer_type = "network"
}
