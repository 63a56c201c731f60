variable "given" {}

resource "aws_s3_bucket" "a" {
  bucket = "a"
}

resource "aws_s3_bucket_policy" "a" {
  bucket = var.given
  policy = var.given
}
