variable "stage" {}
data "aws_caller_identity" "current" {}
resource "aws_iam_role" "ci" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = [aws_iam_role.ci.arn, data.aws_caller_identity.current.account_id] } }] })
}
