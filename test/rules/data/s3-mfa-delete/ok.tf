resource "aws_s3_bucket_versioning" "a" {
  bucket = "a"
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}

resource "aws_s3_bucket" "b" {
  bucket = "b"
}
