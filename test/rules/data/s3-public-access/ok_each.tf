locals {
  names = toset(["a", "b"])
}

resource "aws_s3_bucket" "each" {
  for_each = local.names
  bucket   = each.key
}

resource "aws_s3_bucket_public_access_block" "each" {
  for_each                = local.names
  bucket                  = aws_s3_bucket.each[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
