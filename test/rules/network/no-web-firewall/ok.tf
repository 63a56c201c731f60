resource "aws_cloudfront_distribution" "a" {
  web_acl_id = "arn"
}

resource "aws_lb" "b" {
  internal = false
}

resource "aws_wafv2_web_acl_association" "b" {
  resource_arn = aws_lb.b.arn
  web_acl_arn  = "arn"
}

resource "aws_lb" "c" {
  internal = true
}
