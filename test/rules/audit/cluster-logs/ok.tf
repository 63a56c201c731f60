resource "aws_eks_cluster" "a" {
  enabled_cluster_log_types = ["api", "audit"]
  encryption_config {
    resources = ["secrets"]
  }
}
