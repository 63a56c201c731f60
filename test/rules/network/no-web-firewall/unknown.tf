variable "given" {}

resource "aws_lb" "a" {
  name = "a"
}

resource "aws_wafv2_web_acl_association" "a" {
  resource_arn = var.given
}
