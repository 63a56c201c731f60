resource "aws_config_configuration_recorder" "a" {
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_configuration_aggregator" "b" {
  organization_aggregation_source {
    all_regions = true
    role_arn    = "arn"
  }
}
