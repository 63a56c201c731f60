resource "aws_config_configuration_recorder" "a" {
  recording_group {
    all_supported                 = true
    include_global_resource_types = false
  }
}

resource "aws_config_configuration_aggregator" "b" {
  account_aggregation_source {
    account_ids = ["111122223333"]
    regions     = ["us-east-1"]
  }
}
