resource "aws_redshift_parameter_group" "a" {
  family = "redshift-1.0"
  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_db_parameter_group" "b" {
  family = "postgres16"
  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}

resource "aws_msk_cluster" "c" {
  client_authentication {
    unauthenticated = true
  }
}

resource "aws_dms_endpoint" "d" {
  engine_name = "mysql"
  ssl_mode    = "none"
}
