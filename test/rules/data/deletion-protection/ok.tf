resource "aws_db_instance" "a" {
  deletion_protection = true
}

resource "aws_db_instance" "b" {
  engine = "aurora-mysql"
}
