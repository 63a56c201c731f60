module "cluster" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.0.0"

  cluster_endpoint_public_access       = true
  cluster_endpoint_public_access_cidrs = ["192.0.2.0/24"]
}
