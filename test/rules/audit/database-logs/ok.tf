resource "aws_db_instance" "a" {
  enabled_cloudwatch_logs_exports = ["audit"]
  monitoring_interval             = 30
  performance_insights_enabled    = true
}
