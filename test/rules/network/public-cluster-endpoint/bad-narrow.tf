resource "aws_eks_cluster" "a" {
  vpc_config {
    endpoint_public_access = true
    public_access_cidrs    = ["192.0.2.0/24"]
  }
}
