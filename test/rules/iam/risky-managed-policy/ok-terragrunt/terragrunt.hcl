terraform {
  source = "git::https://example.com/modules.git//iam?ref=v1"
}
inputs = {
  managed_policy_arns = ["arn:aws:iam::aws:policy/SecurityAudit"]
}
