resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "notebook" {
  name     = "notebook"
  on_start = base64encode("export API_KEY=@@PASSWORD@@")
}

module "eks" {
  source = "terraform-aws-modules/eks/aws"
  eks_managed_node_groups = {
    web = { pre_bootstrap_user_data = "export DB_PASSWORD=@@PASSWORD:2@@", enable_bootstrap_user_data = true }
  }
}
