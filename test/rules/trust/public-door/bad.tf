resource "aws_s3_bucket_acl" "site" {
  bucket = "acme-site"
  acl    = "public-read"
}
resource "aws_s3_bucket_acl" "drop" {
  bucket = "acme-drop"
  acl    = "public-read-write"
}
resource "aws_s3_bucket_acl" "grants" {
  bucket = "acme-grants"
  access_control_policy {
    owner { id = "o" }
    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
      }
    }
  }
}
resource "aws_s3_object" "file" {
  bucket = "acme-files"
  key    = "a"
  acl    = "authenticated-read"
}
resource "aws_s3_bucket" "shut" {
  bucket = "acme-shut"
  acl    = "public-read"
}
resource "aws_s3_bucket_public_access_block" "shut" {
  bucket             = "acme-shut"
  ignore_public_acls = true
}
resource "aws_lambda_function_url" "hook" {
  function_name      = "hook"
  authorization_type = "NONE"
}
resource "aws_ami_launch_permission" "all" {
  image_id = "ami-0123456789abcdef0"
  group    = "all"
}
resource "aws_db_snapshot" "all" {
  db_instance_identifier = "db"
  db_snapshot_identifier = "s"
  shared_accounts        = ["all"]
}
resource "aws_db_instance" "open" {
  publicly_accessible = true
}
resource "aws_eks_cluster" "open" {
  vpc_config {
    endpoint_public_access = true
    public_access_cidrs    = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}
resource "aws_api_gateway_method" "open" {
  http_method   = "POST"
  authorization = "NONE"
}
