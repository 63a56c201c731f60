variable "given" { type = string }

resource "aws_sns_topic_policy" "own" {
  arn = "arn:aws:sns:eu-west-1:111122223333:t"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = var.given }, Action = "sns:Publish", Resource = "*" }]
  })
}
