resource "aws_lb_listener" "a" {
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-2016-08"
}

resource "aws_cloudfront_distribution" "b" {
  viewer_certificate {
    acm_certificate_arn      = "arn"
    minimum_protocol_version = "TLSv1.1_2016"
  }
}

resource "aws_api_gateway_domain_name" "c" {
  domain_name     = "x.example.com"
  security_policy = "TLS_1_0"
}
