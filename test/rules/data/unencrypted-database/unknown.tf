variable "some" {}

resource "aws_db_instance" "a" {
  storage_encrypted = var.some
}
