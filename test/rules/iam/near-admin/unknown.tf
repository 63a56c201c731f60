variable "given" { type = string }

data "aws_iam_policy_document" "grants" {
  statement {
    not_actions = ["iam:*"]
    resources   = [var.given]
  }
}

resource "aws_iam_policy" "this" {
  policy = data.aws_iam_policy_document.grants.json
}
