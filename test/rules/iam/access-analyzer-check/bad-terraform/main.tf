resource "aws_iam_policy" "ci" {
  name = "ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "arn:aws:s3:::site/*" },
      { Effect = "Allow", Action = "iam:CreateUser", Resource = "arn:aws:iam::111122223333:user/ci/*" },
    ]
  })
}
