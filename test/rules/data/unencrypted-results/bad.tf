resource "aws_athena_workgroup" "a" {
  name = "a"
}

resource "aws_codebuild_project" "b" {
  artifacts {
    type                = "S3"
    encryption_disabled = true
  }
}

resource "aws_glue_security_configuration" "c" {
  encryption_configuration {
    s3_encryption {
      s3_encryption_mode = "DISABLED"
    }
  }
}

resource "aws_emr_cluster" "d" {
  release_label = "emr-6"
}

resource "aws_sagemaker_notebook_instance" "e" {
  instance_type = "ml.t3"
}

resource "aws_backup_vault" "f" {
  name = "a"
}

resource "aws_api_gateway_method_settings" "g" {
  settings {
    caching_enabled = true
  }
}
