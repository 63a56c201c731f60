resource "aws_redshift_parameter_group" "a" {
  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

resource "aws_db_parameter_group" "b" {
  parameter {
    name  = "max_connections"
    value = "100"
  }
}

resource "aws_dms_endpoint" "d" {
  engine_name = "mysql"
  ssl_mode    = "verify-full"
}

resource "aws_dms_endpoint" "e" {
  engine_name = "s3"
}
