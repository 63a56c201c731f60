variable "given" {}

resource "aws_api_gateway_method" "a" {
  http_method   = "POST"
  authorization = var.given
}
