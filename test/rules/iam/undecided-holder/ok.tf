variable "stage" {}
resource "aws_iam_role" "app" {
  name = var.stage
}
resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.app.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::reports/*" }] })
}
resource "aws_iam_role_policy_attachment" "a" {
  role       = "app-${var.stage}"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}
