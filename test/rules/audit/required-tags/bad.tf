resource "aws_s3_bucket" "a" {
  tags = { Name = "a" }
}
