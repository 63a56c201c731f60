resource "aws_instance" "bastion" {
  user_data = <<-EOF
    #!/bin/bash
    # PasswordAuthentication yes is the default, so:
    sed -i 's/^PasswordAuthentication yes/PasswordAuthentication no/' /etc/ssh/sshd_config
    echo "PermitRootLogin no" >> /etc/ssh/sshd_config
  EOF
}
