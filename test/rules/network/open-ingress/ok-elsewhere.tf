resource "aws_eks_node_group" "nodes" {
  cluster_name = "a"
  remote_access {
    ec2_ssh_key               = "key"
    source_security_group_ids = ["sg-1"]
  }
}

resource "aws_eks_node_group" "without" {
  cluster_name = "a"
}

resource "aws_db_security_group" "classic" {
  ingress {
    cidr = "10.0.0.0/24"
  }
}
