variable "given" {}

resource "aws_guardduty_detector" "a" {
  enable = var.given
}
