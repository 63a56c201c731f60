variable "given" {}

resource "aws_default_security_group" "a" {
  vpc_id  = "vpc-1"
  ingress = var.given
}
