resource "aws_opensearch_domain" "search" {
  domain_name = "a"
}

resource "aws_sagemaker_notebook_instance" "notebook" {
  instance_type = "ml.t3.medium"
}

resource "aws_redshift_cluster" "warehouse" {
  enhanced_vpc_routing = false
}

resource "aws_elasticache_cluster" "cache" {
  engine = "redis"
}

resource "aws_transfer_server" "files" {
  protocols = ["SFTP"]
}
