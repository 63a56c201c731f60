resource "aws_instance" "a" {
  monitoring = true
}
