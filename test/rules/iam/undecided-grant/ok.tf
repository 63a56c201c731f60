variable "actions" {
  default = ["s3:GetObject"]
}
variable "stage" {}
data "aws_caller_identity" "current" {}
data "aws_kms_key" "k" {
  key_id = "alias/app"
}
resource "aws_s3_bucket" "b" {
  bucket = var.stage
}
resource "aws_iam_role_policy" "known" {
  role = "app"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = var.actions, Resource = "${aws_s3_bucket.b.arn}/*" },
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:*:*:${var.stage}" },
      { Effect = "Allow", Action = "kms:Decrypt", Resource = data.aws_kms_key.k.arn },
      {
        Effect    = "Allow", Action = "s3:ListBucket", Resource = aws_s3_bucket.b.arn
        Condition = { StringEquals = { "aws:ResourceAccount" = data.aws_caller_identity.current.account_id } }
      },
      { Effect = "Deny", Action = "s3:*", Resource = var.stage },
    ]
  })
}
