resource "aws_db_instance" "a" {
  engine                              = "postgres"
  iam_database_authentication_enabled = true
}

resource "aws_db_instance" "b" {
  engine = "sqlserver-ex"
}
