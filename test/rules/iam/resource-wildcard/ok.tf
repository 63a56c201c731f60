resource "aws_sqs_queue" "orders" {
  name = "orders"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "grants" {
  statement {
    actions = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.orders.arn]
  }
  statement {
    actions = ["ecr:GetAuthorizationToken", "ec2:Describe*"]
    resources = ["*"]
  }
}

resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.id
  policy = data.aws_iam_policy_document.grants.json
}
