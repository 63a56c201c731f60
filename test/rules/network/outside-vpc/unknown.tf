variable "given" {}

resource "aws_transfer_server" "a" {
  endpoint_type = var.given
}
