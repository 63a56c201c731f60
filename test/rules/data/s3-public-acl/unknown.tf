variable "some" {}

resource "aws_s3_bucket" "a" {
  acl = var.some
}
