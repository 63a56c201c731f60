variable "given" {}

resource "aws_eks_cluster" "a" {
  enabled_cluster_log_types = var.given
  encryption_config {
    resources = ["secrets"]
  }
}
