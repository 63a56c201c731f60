resource "aws_db_instance" "a" {
  engine = "mysql"
}

resource "aws_docdb_cluster" "b" {
  enabled_cloudwatch_logs_exports = ["profiler"]
}
