variable "given" {}

resource "aws_cloudtrail" "a" {
  kms_key_id = var.given
}
