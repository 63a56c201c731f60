resource "aws_athena_workgroup" "a" {
  configuration {
    result_configuration {
      encryption_configuration {
        encryption_option = "SSE_KMS"
      }
    }
  }
}

resource "aws_codebuild_project" "b" {
  encryption_key = "arn"
  artifacts {
    type = "S3"
  }
}

resource "aws_backup_vault" "c" {
  kms_key_arn = "arn"
}
