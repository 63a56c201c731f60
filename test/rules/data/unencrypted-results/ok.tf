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

resource "aws_api_gateway_method_settings" "d" {
  settings {
    caching_enabled = false
  }
}

resource "aws_api_gateway_method_settings" "e" {
  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}
