resource "aws_iam_user_policy" "bot" {
  user   = "bot"
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": ["iam:CreatePolicyVersion"], "Resource": "*"}
      ]
    }
  EOF
}
