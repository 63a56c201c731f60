resource "aws_sns_topic" "a" {
  kms_master_key_id = "alias/a"
}

resource "aws_sqs_queue" "b" {
  kms_master_key_id = "alias/a"
}

resource "aws_kinesis_stream" "c" {
  encryption_type = "KMS"
}

resource "aws_kinesis_firehose_delivery_stream" "d" {
  server_side_encryption {
    enabled = true
  }
}
