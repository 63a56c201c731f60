resource "aws_db_instance" "a" {
  engine = "postgres"
}

resource "aws_redshift_cluster" "b" {
  publicly_accessible = false
}
