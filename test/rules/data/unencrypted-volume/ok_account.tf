resource "aws_ebs_encryption_by_default" "a" {
  enabled = true
}

resource "aws_ebs_volume" "b" {
  size = 10
}
