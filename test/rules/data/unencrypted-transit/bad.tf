resource "aws_elasticache_replication_group" "a" {
  description = "a"
}

resource "aws_msk_cluster" "b" {
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT"
      in_cluster    = false
    }
  }
}

resource "aws_docdb_cluster_parameter_group" "c" {
  parameter {
    name  = "tls"
    value = "disabled"
  }
}
