resource "aws_iam_role_policy_attachment" "admin" {
  role       = "ci"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

data "aws_iam_policy" "power" {
  name = "PowerUserAccess"
}

resource "aws_iam_group_policy_attachment" "power" {
  group      = "developers"
  policy_arn = data.aws_iam_policy.power.arn
}
