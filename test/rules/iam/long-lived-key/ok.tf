resource "aws_iam_access_key" "old" {
  user   = "bot"
  status = "Inactive"
}
