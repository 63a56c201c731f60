variable "given" {}

resource "aws_lb_listener" "a" {
  protocol = var.given
  default_action {
    type = "forward"
  }
}
