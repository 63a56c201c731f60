resource "aws_instance" "a" {
  ami = "ami-1"
}

resource "aws_launch_template" "b" {
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "optional"
    http_put_response_hop_limit = 2
  }
}

resource "aws_launch_configuration" "c" {
  image_id = "ami-1"
}
