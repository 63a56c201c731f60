variable "given" {}

resource "aws_lambda_function" "a" {
  tracing_config {
    mode = var.given
  }
}
