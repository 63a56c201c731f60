resource "aws_elasticsearch_domain" "a" {
  domain_name = "a"
}

resource "aws_opensearch_domain" "b" {
  encrypt_at_rest {
    enabled = false
  }
}
