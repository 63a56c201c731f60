resource "aws_iam_role_policy_attachment" "logs" {
  role       = "ci"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
