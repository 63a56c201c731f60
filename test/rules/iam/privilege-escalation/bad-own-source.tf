resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["iam:CreatePolicyVersion"], Resource = "arn:aws:iam::111122223333:policy/deploy" }] })
}
resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy_attachment" "a" {
  role       = aws_iam_role.ci.name
  policy_arn = aws_iam_policy.deploy.arn
}
resource "aws_iam_user" "bob" { name = "bob" }
resource "aws_iam_group" "devs" { name = "devs" }
resource "aws_iam_user_group_membership" "m" {
  user   = aws_iam_user.bob.name
  groups = [aws_iam_group.devs.name]
}
resource "aws_iam_user_policy" "p" {
  user   = aws_iam_user.bob.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["iam:PutGroupPolicy"], Resource = aws_iam_group.devs.arn }] })
}
resource "aws_iam_role" "writer" {
  name               = "writer"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/ci2" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy" "w" {
  role   = aws_iam_role.writer.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["dynamodb:DeleteTable"], Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/x" }] })
}
resource "aws_iam_role" "ci2" {
  name               = "ci2"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy" "c2" {
  role   = aws_iam_role.ci2.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["iam:PutRolePolicy"], Resource = aws_iam_role.writer.arn }] })
}
resource "aws_iam_role" "ci3" {
  name               = "ci3"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy" "c3" {
  role   = aws_iam_role.ci3.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["iam:UpdateAssumeRolePolicy"], Resource = aws_iam_role.writer.arn }] })
}
