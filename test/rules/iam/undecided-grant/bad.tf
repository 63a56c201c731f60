variable "actions" {}
variable "statements" {}
variable "where" {}
variable "policy" {}
variable "only_if" {}
resource "aws_iam_role_policy" "part" {
  role = "app"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject", "s3:${var.actions}"], Resource = "arn:aws:s3:::reports/*" },
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = var.where },
      { Effect = "Allow", Action = "sns:Publish", Resource = "arn:aws:sns:*:111122223333:t", Condition = var.only_if },
    ]
  })
}
resource "aws_iam_role_policy" "statements" {
  role   = "app"
  policy = jsonencode({ Statement = var.statements })
}
resource "aws_iam_policy" "whole" {
  policy = var.policy
}
resource "aws_iam_policy" "boundary" {
  name   = "boundary"
  policy = file(var.policy)
}
resource "aws_iam_role" "app" {
  permissions_boundary = aws_iam_policy.boundary.arn
}
