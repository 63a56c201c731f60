resource "aws_cloudwatch_log_group" "a" {
  name = "a"
}
