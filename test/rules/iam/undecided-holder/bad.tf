variable "role" {}
variable "group" {}
variable "member" {}
resource "aws_iam_role_policy" "p" {
  role   = var.role
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::reports/*" }] })
}
resource "aws_iam_role_policy_attachment" "a" {
  role       = module.elsewhere.role_name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
resource "aws_iam_group_membership" "m" {
  name  = "m"
  group = var.group
  users = [var.member]
}
