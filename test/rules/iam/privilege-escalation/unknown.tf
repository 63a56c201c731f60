variable "given" { type = string }

data "aws_iam_policy_document" "grants" {
  statement {
    actions = ["iam:PassRole"]
    resources = [var.given]
  }
  statement {
    actions = ["ec2:RunInstances"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "this" {
  policy = data.aws_iam_policy_document.grants.json
}
