resource "awscc_iam_role" "ci" {
  role_name                   = "ci"
  assume_role_policy_document = "{}"
  managed_policy_arns         = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}
