resource "aws_db_instance" "a" {
  engine = "mysql"
}

resource "aws_dynamodb_table" "b" {
  hash_key = "id"
}

resource "aws_rds_cluster" "c" {
  backup_retention_period = 1
}
