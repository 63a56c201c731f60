resource "aws_ebs_volume" "a" {
  size = 10
}

resource "aws_instance" "b" {
  ami = "ami-1"
  ebs_block_device {
    device_name = "/dev/sdb"
  }
}

resource "aws_launch_template" "c" {
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = false
    }
  }
}

resource "aws_efs_file_system" "d" {
  creation_token = "a"
}

resource "aws_ami_copy" "e" {
  source_ami_id = "ami-1"
}
