resource "aws_instance" "bastion" {
  user_data = <<-EOF
    #!/bin/bash
    echo "PasswordAuthentication yes" >> /etc/ssh/sshd_config
    sed -i 's/^#*PermitRootLogin.*/PermitRootLogin yes/' /etc/ssh/sshd_config
  EOF
}
