resource "aws_eks_node_group" "nodes" {
  cluster_name = "a"
  remote_access {
    ec2_ssh_key = "key"
  }
}

resource "aws_db_security_group" "classic" {
  name = "a"
  ingress {
    cidr = "0.0.0.0/0"
  }
}

resource "aws_redshift_security_group" "warehouse" {
  name = "a"
  ingress {
    cidr = "0.0.0.0/0"
  }
}

resource "aws_security_group" "listed" {
  ingress = [{
    from_port        = 3389
    to_port          = 3389
    protocol         = "tcp"
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = []
    prefix_list_ids  = []
    security_groups  = []
    self             = false
    description      = "rdp"
  }]
}

resource "aws_default_network_acl" "default" {
  default_network_acl_id = "acl-1"
  ingress {
    protocol   = "tcp"
    rule_no    = 100
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
}
