variable "some" {}

resource "aws_ebs_volume" "a" {
  encrypted = var.some
}
