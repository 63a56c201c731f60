resource "aws_iam_role" "ci" {
  name                 = "ci"
  max_session_duration = 14400
  assume_role_policy   = jsonencode({ Version = "2012-10-17", Statement = [] })
}
