resource "aws_instance" "a" {
  ami = "ami-1"
}

resource "aws_launch_template" "b" {
  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_sagemaker_notebook_instance" "d" {
  direct_internet_access = "Disabled"
}
