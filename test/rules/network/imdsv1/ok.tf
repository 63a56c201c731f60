resource "aws_instance" "a" {
  ami = "ami-1"
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "b" {
  ami = "ami-1"
  metadata_options {
    http_endpoint = "disabled"
  }
}

resource "aws_instance" "c" {
  launch_template {
    id = "lt-1"
  }
}
