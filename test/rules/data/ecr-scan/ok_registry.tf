resource "aws_ecr_repository" "a" {
  name = "a"
}

resource "aws_ecr_registry_scanning_configuration" "b" {
  scan_type = "ENHANCED"
}
