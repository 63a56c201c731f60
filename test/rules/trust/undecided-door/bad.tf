variable "acl" {}
variable "public" {}
resource "aws_s3_bucket_acl" "b" {
  bucket = "reports"
  acl    = var.acl
}
resource "aws_db_instance" "d" {
  identifier          = "d"
  publicly_accessible = var.public
}
