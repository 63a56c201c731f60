resource "aws_s3_bucket" "a" {
  bucket = "a"
}

resource "aws_s3_bucket_versioning" "b" {
  bucket = "x"
  versioning_configuration {
    status = "Suspended"
  }
}
