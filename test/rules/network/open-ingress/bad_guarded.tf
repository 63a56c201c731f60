resource "aws_security_group" "inside" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "inside" {
  ami                         = "ami-1"
  associate_public_ip_address = false
  vpc_security_group_ids      = [aws_security_group.inside.id]
}
