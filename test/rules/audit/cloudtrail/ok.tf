resource "aws_cloudtrail" "a" {
  is_multi_region_trail      = true
  enable_log_file_validation = true
  cloud_watch_logs_group_arn = "arn"
}
