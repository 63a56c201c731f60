variable "public" {}

resource "aws_subnet" "a" {
  map_public_ip_on_launch = var.public
}
