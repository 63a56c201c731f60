resource "aws_lb" "a" {
  access_logs {
    bucket  = "logs"
    enabled = true
  }
}

resource "aws_s3_bucket" "access_logs" {
  bucket = "x"
}

resource "aws_s3_bucket" "data" {
  bucket = "data"
}

resource "aws_s3_bucket_logging" "d" {
  bucket        = aws_s3_bucket.data.id
  target_bucket = aws_s3_bucket.sink.id
}

resource "aws_s3_bucket" "sink" {
  bucket = "sink"
}

resource "aws_wafv2_web_acl" "f" {
  scope = "REGIONAL"
}

resource "aws_wafv2_web_acl_logging_configuration" "g" {
  resource_arn = aws_wafv2_web_acl.f.arn
}
