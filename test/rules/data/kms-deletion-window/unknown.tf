variable "given" {}

resource "aws_kms_key" "a" {
  deletion_window_in_days = var.given
}
