variable "given" { type = list(string) }

data "aws_iam_policy_document" "grants" {
  statement {
    not_actions = var.given
    resources   = ["*"]
  }
}

resource "aws_iam_policy" "this" {
  policy = data.aws_iam_policy_document.grants.json
}
