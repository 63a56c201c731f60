resource "aws_s3_bucket_versioning" "a" {
  bucket = "a"
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "b" {
  versioning {
    enabled    = true
    mfa_delete = false
  }
}
