variable "some" {}

resource "aws_kms_key" "a" {
  enable_key_rotation = var.some
}
