variable "given" {}

resource "aws_ecr_repository" "a" {
  encryption_configuration {
    encryption_type = var.given
  }
}
