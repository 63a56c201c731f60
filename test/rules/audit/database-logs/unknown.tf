variable "given" {}

resource "aws_rds_cluster_instance" "a" {
  monitoring_interval          = var.given
  performance_insights_enabled = true
}
