resource "aws_eks_cluster" "a" {
  vpc_config {
    endpoint_public_access = false
  }
}

resource "aws_eks_cluster" "b" {
  vpc_config {
    public_access_cidrs = ["203.0.113.0/24"]
  }
}
