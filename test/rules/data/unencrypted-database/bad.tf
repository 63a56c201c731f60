resource "aws_db_instance" "a" {
  engine = "postgres"
}

resource "aws_rds_cluster" "b" {
  engine = "aurora-mysql"
}

resource "aws_redshift_cluster" "c" {
  node_type = "ra3"
}

resource "aws_dax_cluster" "d" {
  node_type = "dax.r4"
}

resource "aws_elasticache_replication_group" "e" {
  description = "a"
}

resource "aws_dynamodb_table" "f" {
  hash_key = "id"
}
