resource "aws_opensearch_domain" "public" {
  domain_name     = "public"
  access_policies = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }] })
}

resource "aws_opensearch_domain" "inside" {
  domain_name = "inside"
  vpc_options {
    subnet_ids         = [var.subnet]
    security_group_ids = [var.group]
  }
}

resource "aws_opensearch_domain_policy" "inside" {
  domain_name     = aws_opensearch_domain.inside.domain_name
  access_policies = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }] })
}
