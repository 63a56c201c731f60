resource "aws_docdb_cluster" "main" {
  master_username = "admin"
  master_password = "correcthorse"
}

resource "aws_rds_cluster" "main" {
  master_username = "admin"
  master_password = "postgres"
}

resource "aws_dms_endpoint" "source" {
  username = "dms"
  password = "Pa$$w0rd-Dms$1"
}
