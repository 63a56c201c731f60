variable "policy_arn" {}
variable "boundary" {}
variable "name" {}
resource "aws_iam_role" "app" {
  name                 = "app"
  permissions_boundary = var.boundary
}
resource "aws_iam_role_policy_attachment" "whole" {
  role       = aws_iam_role.app.name
  policy_arn = var.policy_arn
}
resource "aws_iam_role_policy_attachment" "name" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/${var.name}"
}
resource "aws_iam_role_policy_attachment" "elsewhere" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::111122223333:policy/made-by-others"
}
