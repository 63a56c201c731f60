variable "partition" {}
resource "aws_iam_policy" "own" {
  name   = "own"
  policy = jsonencode({ Statement = [] })
}
resource "aws_iam_role" "app" {
  name                 = "app"
  permissions_boundary = "arn:aws:iam::111122223333:policy/boundary"
  managed_policy_arns  = [aws_iam_policy.own.arn, "arn:${var.partition}:iam::aws:policy/AmazonS3ReadOnlyAccess"]
}
