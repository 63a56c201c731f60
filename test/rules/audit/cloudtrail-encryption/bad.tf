resource "aws_cloudtrail" "a" {
  name = "a"
}
