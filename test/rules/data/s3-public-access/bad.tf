resource "aws_s3_bucket" "a" {
  bucket = "a"
}

resource "aws_s3_bucket_public_access_block" "b" {
  bucket            = "other"
  block_public_acls = true
}
