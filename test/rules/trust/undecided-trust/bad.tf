variable "who" {}
variable "subjects" {}
variable "trust" {}
variable "bucket_policy" {}
resource "aws_iam_role" "principal" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.who } }] })
}
resource "aws_iam_role" "github" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
      Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = var.subjects } }
    }]
  })
}
resource "aws_iam_role" "whole" {
  assume_role_policy = var.trust
}
resource "aws_s3_bucket_policy" "whole" {
  bucket = "reports"
  policy = var.bucket_policy
}
resource "aws_lambda_permission" "caller" {
  function_name = "f"
  action        = "lambda:InvokeFunction"
  principal     = var.who
}
