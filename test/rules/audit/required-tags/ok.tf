resource "aws_s3_bucket" "a" {
  tags = { owner = "team" }
}

resource "aws_s3_bucket" "b" {
  bucket = "b"
}
