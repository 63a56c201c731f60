resource "aws_cloudtrail" "a" {
  name = "a"
}

resource "aws_cloudtrail" "b" {
  enable_logging = false
  is_multi_region_trail      = true
  enable_log_file_validation = true
}
