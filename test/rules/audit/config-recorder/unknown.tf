variable "given" {}

resource "aws_config_configuration_recorder" "a" {
  recording_group {
    include_global_resource_types = var.given
  }
}
