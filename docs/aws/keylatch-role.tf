# The role that Keylatch assumes to say whose a leaked key is. Copy this file, set the variables, apply.

terraform {
  required_providers {
    # 5.81 made the provider's thumbprints optional; AWS does not need GitHub's.
    aws = { source = "hashicorp/aws", version = ">= 5.81" }
  }
}

variable "repository" {
  description = "owner/name, as GitHub spells it."
  type        = string
}

variable "repository_owner_id" {
  description = "Number of the owner: gh api repos/OWNER/NAME --jq .owner.id"
  type        = number
}

variable "repository_id" {
  description = "Number of the repository: gh api repos/OWNER/NAME --jq .id"
  type        = number
}

variable "default_branch" {
  type    = string
  default = "main"
}

data "aws_caller_identity" "here" {}
data "aws_partition" "here" {}

locals {
  owner      = split("/", var.repository)[0]
  name       = split("/", var.repository)[1]
  audience   = data.aws_partition.here.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"
  repository = "repo:${var.repository}"
  with_ids   = "repo:${local.owner}@${var.repository_owner_id}/${local.name}@${var.repository_id}"
}

# One per account. Where it exists already: terraform import aws_iam_openid_connect_provider.github ARN
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = [local.audience]
}

# GitHub sends the first form of the subject for older repositories, the one with ids for those that were made, renamed
# or transferred since July 2026. One of each pair may go once you know which one yours sends.
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = [local.audience]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values = [
        # keylatch:ignore trust/github-oidc -- pull requests are what is scanned, and the role can only look up keys
        "${local.repository}:pull_request",
        # keylatch:ignore trust/github-oidc -- pull requests are what is scanned, and the role can only look up keys
        "${local.with_ids}:pull_request",
        "${local.repository}:ref:refs/heads/${var.default_branch}",
        "${local.with_ids}:ref:refs/heads/${var.default_branch}",
      ]
    }
  }
}

data "aws_iam_policy_document" "permissions" {
  # Which account a leaked key is of. The action knows no resources.
  statement {
    sid       = "Owner"
    actions   = ["sts:GetAccessKeyInfo"]
    resources = ["*"]
  }

  # Which user holds the key, and when it was last used. Leave it out, and findings name no user.
  statement {
    sid       = "User"
    actions   = ["iam:GetAccessKeyLastUsed"]
    resources = ["arn:${data.aws_partition.here.partition}:iam::${data.aws_caller_identity.here.account_id}:user/*"]
  }
}

resource "aws_iam_role" "keylatch" {
  name                 = "keylatch"
  description          = "Keylatch in ${var.repository}: looks up leaked access keys"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  max_session_duration = 3600
}

resource "aws_iam_role_policy" "keylatch" {
  name   = "look-up-leaked-keys"
  role   = aws_iam_role.keylatch.id
  policy = data.aws_iam_policy_document.permissions.json
}

output "role_to_assume" {
  value = aws_iam_role.keylatch.arn
}
