variable "given" { type = string }

data "aws_iam_policy_document" "grants" {
  statement {
    actions   = ["${var.given}:GetObject"]
    resources = ["arn:aws:s3:::b/*"]
  }
}

resource "aws_iam_policy" "this" {
  policy = data.aws_iam_policy_document.grants.json
}
