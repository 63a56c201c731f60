variable "given" {}

resource "aws_db_instance" "a" {
  auto_minor_version_upgrade = var.given
}
