resource "aws_kms_key" "k" {
  enable_key_rotation = true
}

resource "aws_sns_topic" "a" {
  kms_master_key_id = aws_kms_key.k.id
}

resource "aws_neptune_cluster" "c" {
  storage_encrypted = true
  kms_key_arn       = aws_kms_key.k.arn
}

resource "aws_opensearch_domain" "d" {
  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.k.arn
  }
}
