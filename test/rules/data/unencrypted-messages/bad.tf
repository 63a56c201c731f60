resource "aws_sns_topic" "a" {
  name = "a"
}

resource "aws_sqs_queue" "b" {
  sqs_managed_sse_enabled = false
}

resource "aws_kinesis_stream" "c" {
  name = "a"
}

resource "aws_kinesis_firehose_delivery_stream" "d" {
  name = "a"
}
