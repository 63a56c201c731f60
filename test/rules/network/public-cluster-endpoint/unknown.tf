variable "given" {}

resource "aws_eks_cluster" "a" {
  vpc_config {
    public_access_cidrs = var.given
  }
}
