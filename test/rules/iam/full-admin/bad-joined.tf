# Alone each of these is a policy that somebody thought about.
data "aws_iam_policy_document" "power" {
  statement {
    not_actions = ["iam:*"]
    resources   = ["*"]
  }
}

data "aws_iam_policy_document" "people" {
  statement {
    actions   = ["iam:*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "power" {
  policy = data.aws_iam_policy_document.power.json
}

resource "aws_iam_policy" "people" {
  policy = data.aws_iam_policy_document.people.json
}

resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy_attachment" "power" {
  role       = aws_iam_role.ci.name
  policy_arn = aws_iam_policy.power.arn
}

resource "aws_iam_role_policy_attachment" "people" {
  role       = aws_iam_role.ci.name
  policy_arn = aws_iam_policy.people.arn
}
