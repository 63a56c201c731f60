variable "db_password" {
  type      = string
  sensitive = true
}

resource "aws_instance" "web" {
  user_data = <<-EOF
    #!/bin/bash
    export DB_PASSWORD=${var.db_password}
  EOF
}
