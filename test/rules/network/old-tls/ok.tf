resource "aws_lb_listener" "a" {
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}

resource "aws_lb_listener" "b" {
  protocol = "HTTP"
}

resource "aws_cloudfront_distribution" "b" {
  viewer_certificate {
    acm_certificate_arn      = "arn"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}

resource "aws_opensearch_domain" "d" {
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}

# Nothing is said in TLS there.
resource "aws_cloudfront_distribution" "plain_origin" {
  origin {
    domain_name = "old.example.com"
    custom_origin_config {
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1", "SSLv3"]
    }
  }
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/a"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}
