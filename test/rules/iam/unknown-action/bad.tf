data "aws_iam_policy_document" "grants" {
  statement {
    actions = ["s3:GetObjects"]
    resources = ["arn:aws:s3:::b/*"]
  }
}

resource "aws_iam_policy" "this" {
  policy = data.aws_iam_policy_document.grants.json
}
