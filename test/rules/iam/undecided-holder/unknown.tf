variable "second" {
  type = bool
}
resource "aws_iam_role_policy_attachment" "a" {
  role       = var.second ? "second" : "first"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
