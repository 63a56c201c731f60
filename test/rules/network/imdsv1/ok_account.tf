resource "aws_ec2_instance_metadata_defaults" "all" {
  http_tokens = "required"
}

resource "aws_instance" "a" {
  ami = "ami-1"
}
