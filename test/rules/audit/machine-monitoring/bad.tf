resource "aws_instance" "a" {
  ami = "ami-1"
}
