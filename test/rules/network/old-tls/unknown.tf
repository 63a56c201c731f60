variable "given" {}

resource "aws_lb_listener" "a" {
  protocol   = "HTTPS"
  ssl_policy = var.given
}
