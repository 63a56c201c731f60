module "cluster" {
  source                         = "terraform-aws-modules/eks/aws"
  cluster_endpoint_public_access = true
}
