variable "given" {}

resource "aws_s3_bucket" "a" {
  tags = var.given
}
