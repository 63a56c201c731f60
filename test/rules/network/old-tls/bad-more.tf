resource "aws_load_balancer_policy" "reference" {
  load_balancer_name = "a"
  policy_type_name   = "SSLNegotiationPolicyType"
  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-2015-05"
  }
}

resource "aws_load_balancer_policy" "protocols" {
  load_balancer_name = "a"
  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }
  policy_attribute {
    name  = "Protocol-TLSv1"
    value = "true"
  }
}

resource "aws_lb_ssl_negotiation_policy" "ciphers" {
  load_balancer = "a"
  attribute {
    name  = "RC4-MD5"
    value = "true"
  }
}

resource "aws_cloudfront_distribution" "least" {
  viewer_certificate {
    acm_certificate_arn = "arn"
    ssl_support_method  = "sni-only"
  }
}

resource "aws_cloudsearch_domain" "search" {
  name = "a"
  endpoint_options {
    enforce_https = true
  }
}

resource "aws_db_instance" "database" {
  ca_cert_identifier = "rds-ca-2019"
}
