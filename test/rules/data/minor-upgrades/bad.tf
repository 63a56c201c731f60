resource "aws_db_instance" "a" {
  auto_minor_version_upgrade = false
}

resource "aws_mq_broker" "b" {
  engine_type = "ActiveMQ"
}
