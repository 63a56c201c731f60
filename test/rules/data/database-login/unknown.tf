variable "given" {}

resource "aws_rds_cluster" "a" {
  iam_database_authentication_enabled = var.given
}
