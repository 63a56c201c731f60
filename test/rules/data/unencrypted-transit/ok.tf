resource "aws_elasticache_replication_group" "a" {
  transit_encryption_enabled = true
  user_group_ids             = ["a"]
}

resource "aws_msk_cluster" "b" {
  cluster_name = "a"
}

resource "aws_dax_cluster" "c" {
  cluster_endpoint_encryption_type = "TLS"
}
