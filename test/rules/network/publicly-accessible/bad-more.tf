resource "aws_redshift_cluster" "a" {
  node_type = "ra3.large"
}

resource "aws_mwaa_environment" "b" {
  webserver_access_mode = "PUBLIC_ONLY"
}

resource "aws_dms_replication_instance" "c" {
  publicly_accessible = true
}

resource "aws_docdb_cluster_instance" "d" {
  cluster_identifier = "a"
}

resource "aws_neptune_cluster_instance" "e" {
  publicly_accessible = true
}

resource "aws_msk_cluster" "f" {
  broker_node_group_info {
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
      }
    }
  }
}
