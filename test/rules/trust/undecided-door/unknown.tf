variable "public" {
  type = bool
}
resource "aws_s3_bucket_acl" "b" {
  bucket = "reports"
  acl    = var.public ? "public-read" : "private"
}
