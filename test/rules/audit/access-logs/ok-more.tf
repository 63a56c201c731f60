resource "aws_msk_cluster" "stream" {
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled = false
      }
      s3 {
        enabled = true
        bucket  = "a"
      }
    }
  }
}

resource "aws_route53_zone" "public" {
  name = "example.com"
}

resource "aws_route53_query_log" "public" {
  zone_id = aws_route53_zone.public.zone_id
}

resource "aws_route53_zone" "private" {
  name = "internal"
  vpc {
    vpc_id = "vpc-1"
  }
}

resource "aws_networkfirewall_firewall" "wall" {
  name = "a"
}

resource "aws_networkfirewall_logging_configuration" "wall" {
  firewall_arn = aws_networkfirewall_firewall.wall.arn
}
