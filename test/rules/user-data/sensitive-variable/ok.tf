variable "name" {
  type = string
}

resource "aws_instance" "web" {
  user_data = <<-EOF
    #!/bin/bash
    hostnamectl set-hostname ${var.name}
  EOF
}
