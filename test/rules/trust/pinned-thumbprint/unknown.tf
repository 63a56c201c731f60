variable "thumbprint" { type = string }

resource "aws_iam_openid_connect_provider" "github" {
  url             = "https://token.actions.githubusercontent.com"
  thumbprint_list = [var.thumbprint]
}
