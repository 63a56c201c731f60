resource "aws_cloudfront_distribution" "a" {
  enabled = true
}

resource "aws_lb" "b" {
  internal = false
}
