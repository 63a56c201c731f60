resource "aws_secretsmanager_secret" "a" {
  name = "a"
}

resource "aws_ecr_repository" "b" {
  name = "a"
}

resource "aws_s3_bucket" "c" {
  bucket = "a"
}

resource "aws_db_instance" "d" {
  storage_encrypted = true
}
