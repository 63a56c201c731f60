variable "given" {}

resource "aws_instance" "a" {
  monitoring = var.given
}
