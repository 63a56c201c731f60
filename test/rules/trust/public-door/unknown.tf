variable "acl" {}
resource "aws_s3_bucket_acl" "a" {
  bucket = "acme"
  acl    = var.acl
}
