variable "given" {}

resource "aws_lb" "a" {
  drop_invalid_header_fields = var.given
}
