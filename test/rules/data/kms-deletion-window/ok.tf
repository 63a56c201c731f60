resource "aws_kms_key" "a" {
  deletion_window_in_days = 30
}

resource "aws_kms_key" "b" {
  description = "30 by default"
}
