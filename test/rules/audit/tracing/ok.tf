resource "aws_lambda_function" "a" {
  tracing_config {
    mode = "Active"
  }
}
