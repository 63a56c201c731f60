resource "aws_s3_bucket" "a" {
  bucket = "a"
}

resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.a.bucket
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "c" {
  versioning {
    enabled = true
  }
}
