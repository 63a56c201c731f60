variable "given" {}

resource "aws_opensearch_domain" "a" {
  encrypt_at_rest {
    enabled = var.given
  }
  node_to_node_encryption {
    enabled = true
  }
  advanced_security_options {
    enabled = true
  }
}
