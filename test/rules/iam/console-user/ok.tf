resource "aws_iam_user" "machine" {
  name = "machine"
}
