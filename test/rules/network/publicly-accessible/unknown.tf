variable "public" {}

resource "aws_db_instance" "a" {
  publicly_accessible = var.public
}
