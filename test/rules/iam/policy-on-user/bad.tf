resource "aws_iam_user_policy_attachment" "bot" {
  user       = "bot"
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"
}
