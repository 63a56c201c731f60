resource "aws_s3_bucket_acl" "a" {
  bucket = "acme"
  acl    = "private"
}
resource "aws_s3_bucket_acl" "logs" {
  bucket = "acme-logs"
  acl    = "log-delivery-write"
}
resource "aws_lambda_function_url" "hook" {
  function_name      = "hook"
  authorization_type = "AWS_IAM"
}
resource "aws_db_snapshot" "one" {
  shared_accounts = ["111122223333"]
}
resource "aws_db_instance" "inside" {
  publicly_accessible = false
}
resource "aws_eks_cluster" "office" {
  vpc_config {
    endpoint_public_access = true
    public_access_cidrs    = ["203.0.113.0/24"]
  }
}
resource "aws_api_gateway_method" "preflight" {
  http_method   = "OPTIONS"
  authorization = "NONE"
}
