resource "aws_lb_listener" "redirect" {
  protocol = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "tcp" {
  protocol = "TCP"
  default_action {
    type = "forward"
  }
}
