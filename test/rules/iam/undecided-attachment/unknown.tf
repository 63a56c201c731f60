variable "writes" {
  type = bool
}
resource "aws_iam_role" "app" {
  managed_policy_arns = [var.writes ? "arn:aws:iam::aws:policy/AmazonS3FullAccess" : "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]
}
