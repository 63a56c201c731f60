variable "public" {}

resource "aws_instance" "a" {
  associate_public_ip_address = var.public
}
