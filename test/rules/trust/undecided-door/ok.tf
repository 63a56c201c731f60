variable "acl" {
  default = "private"
}
resource "aws_s3_bucket_acl" "b" {
  bucket = "reports"
  acl    = var.acl
}
