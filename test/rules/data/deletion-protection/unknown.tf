variable "given" {}

resource "aws_dynamodb_table" "a" {
  deletion_protection_enabled = var.given
}
