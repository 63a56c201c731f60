variable "given" {}

resource "aws_codebuild_project" "a" {
  encryption_key = "arn"
  artifacts {
    encryption_disabled = var.given
  }
}
