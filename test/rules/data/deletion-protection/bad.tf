resource "aws_db_instance" "a" {
  engine = "mysql"
}

resource "aws_dynamodb_table" "b" {
  hash_key = "id"
}

resource "aws_rds_cluster" "c" {
  deletion_protection = true
  skip_final_snapshot = true
}
