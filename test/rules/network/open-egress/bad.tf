resource "aws_security_group" "a" {
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_egress_rule" "b" {
  security_group_id = aws_security_group.a.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}
