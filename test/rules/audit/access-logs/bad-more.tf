resource "aws_s3_bucket" "trail_logs" {
  bucket = "trail-logs"
}

resource "aws_cloudtrail" "trail" {
  s3_bucket_name = aws_s3_bucket.trail_logs.id
}

resource "aws_msk_cluster" "stream" {
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled = false
      }
    }
  }
}

resource "aws_route53_zone" "public" {
  name = "example.com"
}

resource "aws_networkfirewall_firewall" "wall" {
  name = "a"
}

resource "aws_api_gateway_method_settings" "api" {
  settings {
    metrics_enabled = true
    logging_level   = "OFF"
  }
}

resource "aws_mwaa_environment" "flows" {
  logging_configuration {
    scheduler_logs {
      enabled = false
    }
  }
}
