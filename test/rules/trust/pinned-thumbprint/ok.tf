resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_openid_connect_provider" "own" {
  url             = "https://id.example.com"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["@@HEX40@@"]
}
