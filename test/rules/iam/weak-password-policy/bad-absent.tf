resource "aws_iam_account_password_policy" "short" {
  minimum_password_length        = 14
  allow_users_to_change_password = false
}
