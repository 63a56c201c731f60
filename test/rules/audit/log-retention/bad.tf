resource "aws_cloudwatch_log_group" "a" {
  name = "a"
}

resource "aws_cloudwatch_log_group" "b" {
  retention_in_days = 0
}
