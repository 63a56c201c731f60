resource "aws_sqs_queue_policy" "q" {
  queue_url = "q"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", NotPrincipal = { AWS = "111122223333" }, Action = "sqs:SendMessage", Resource = "*" }]
  })
}
