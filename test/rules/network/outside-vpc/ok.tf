resource "aws_opensearch_domain" "search" {
  vpc_options {
    subnet_ids = ["subnet-1"]
  }
}

resource "aws_sagemaker_notebook_instance" "notebook" {
  subnet_id = aws_subnet.a.id
}

resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_subnet_group_name = "a"
  enhanced_vpc_routing      = true
}

resource "aws_elasticache_cluster" "node" {
  replication_group_id = "a"
}

resource "aws_transfer_server" "files" {
  endpoint_type = "VPC"
}
