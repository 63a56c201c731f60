resource "aws_sns_topic" "a" {
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_kinesis_stream" "b" {
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_neptune_cluster" "c" {
  storage_encrypted = true
}

resource "aws_opensearch_domain" "d" {
  encrypt_at_rest {
    enabled = true
  }
}

resource "aws_db_instance" "e" {
  performance_insights_enabled = true
}

resource "aws_memorydb_cluster" "f" {
  name = "a"
}
