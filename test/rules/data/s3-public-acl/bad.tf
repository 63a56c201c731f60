resource "aws_s3_bucket" "a" {
  acl = "public-read"
}

resource "aws_s3_bucket_acl" "b" {
  bucket = "a"
  acl    = "public-read-write"
}
