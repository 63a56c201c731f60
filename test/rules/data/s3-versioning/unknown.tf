variable "given" {}

resource "aws_s3_bucket" "a" {
  bucket = "a"
}

resource "aws_s3_bucket_versioning" "a" {
  bucket = var.given
  versioning_configuration {
    status = var.given
  }
}
