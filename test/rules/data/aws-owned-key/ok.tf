resource "aws_secretsmanager_secret" "a" {
  kms_key_id = "arn"
}

resource "aws_ecr_repository" "b" {
  encryption_configuration {
    encryption_type = "KMS"
  }
}

resource "aws_s3_bucket" "c" {
  bucket = "a"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "d" {
  bucket = aws_s3_bucket.c.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
