resource "aws_cloudtrail" "a" {
  kms_key_id = "arn"
}
