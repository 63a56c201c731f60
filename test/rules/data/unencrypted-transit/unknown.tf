variable "given" {}

resource "aws_msk_cluster" "a" {
  encryption_info {
    encryption_in_transit {
      client_broker = var.given
    }
  }
}

resource "aws_redshift_parameter_group" "b" {
  parameter {
    name  = "require_ssl"
    value = var.given
  }
}
