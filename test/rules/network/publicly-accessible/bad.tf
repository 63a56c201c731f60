resource "aws_db_instance" "a" {
  engine              = "postgres"
  publicly_accessible = true
}

resource "aws_redshift_cluster" "b" {
  publicly_accessible = true
}

resource "aws_mq_broker" "c" {
  publicly_accessible = true
}
