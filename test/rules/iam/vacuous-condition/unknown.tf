variable "given" { type = string }

data "aws_iam_policy_document" "grants" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::b/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/team"
      values   = [var.given]
    }
  }
}

resource "aws_iam_policy" "this" {
  policy = data.aws_iam_policy_document.grants.json
}
