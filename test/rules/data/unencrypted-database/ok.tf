resource "aws_db_instance" "a" {
  engine            = "postgres"
  storage_encrypted = true
}

resource "aws_db_instance" "b" {
  engine = "aurora-mysql"
}

resource "aws_db_instance" "c" {
  replicate_source_db = "x"
}

resource "aws_rds_cluster" "d" {
  engine_mode = "serverless"
}

resource "aws_docdb_cluster" "e" {
  storage_encrypted = true
}

resource "aws_dynamodb_table" "f" {
  server_side_encryption {
    enabled = true
  }
}
