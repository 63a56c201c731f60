resource "aws_lb" "a" {
  name = "a"
}

resource "aws_s3_bucket" "data" {
  bucket = "data"
}

resource "aws_cloudfront_distribution" "c" {
  enabled = true
}

resource "aws_api_gateway_stage" "d" {
  stage_name = "a"
}

resource "aws_wafv2_web_acl" "e" {
  scope = "REGIONAL"
}
