resource "aws_ebs_volume" "a" {
  encrypted = true
}

resource "aws_instance" "b" {
  ami = "ami-1"
  root_block_device {
    encrypted = true
  }
}

resource "aws_launch_template" "c" {
  block_device_mappings {
    no_device = "1"
  }
}

resource "aws_efs_file_system" "d" {
  encrypted = true
}
