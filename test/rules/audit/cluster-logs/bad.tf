resource "aws_eks_cluster" "a" {
  name = "a"
}

resource "aws_eks_cluster" "b" {
  enabled_cluster_log_types = ["api"]
  encryption_config {
    resources = ["secrets"]
  }
}
