data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "grants" {
  statement {
    actions = ["s3:GetObject"]
    resources = ["arn:aws:s3:::b/*"]
  }
}

resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "ci" {
  role   = aws_iam_role.ci.id
  policy = data.aws_iam_policy_document.grants.json
}

resource "aws_s3_bucket" "site" {
  bucket = "site"
}

resource "aws_s3_bucket" "shut" {
  bucket = "shut"
}

resource "aws_s3_bucket_public_access_block" "shut" {
  bucket                  = aws_s3_bucket.shut.id
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "${aws_s3_bucket.site.arn}/*" }]
  })
}

resource "aws_s3_bucket_policy" "shut" {
  bucket = aws_s3_bucket.shut.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "${aws_s3_bucket.shut.arn}/*" }]
  })
}

resource "aws_lambda_permission" "all" {
  function_name = "hello"
  action        = "lambda:InvokeFunction"
  principal     = "*"
}
