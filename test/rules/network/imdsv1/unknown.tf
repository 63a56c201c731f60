variable "tokens" {}

resource "aws_instance" "a" {
  metadata_options {
    http_tokens = var.tokens
  }
}
