resource "aws_iam_account_password_policy" "weak" {
  minimum_password_length      = 8
  require_lowercase_characters = true
  require_symbols              = false
  password_reuse_prevention    = 0
}
