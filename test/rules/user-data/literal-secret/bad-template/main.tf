resource "aws_instance" "web" {
  ami       = "ami-0abcdef1234567890"
  user_data = <<-EOF
    #!/bin/bash
    export DB_PASSWORD='@@PASSWORD@@'
    API_KEY=sk-abc123xyz789
    mysql -u root -p@@PASSWORD:2@@ shop < /opt/schema.sql
    curl -H "Authorization: Bearer @@HEX40@@" https://example.com/register
    psql "postgres://shop:@@PASSWORD:3@@@db.internal/shop"
    echo "ubuntu:@@PASSWORD:4@@" | chpasswd
    /opt/agent --token @@HEX40:2@@ --verbose
  EOF
}

resource "aws_launch_template" "workers" {
  user_data = base64encode(templatefile("${path.module}/init.sh", { name = "workers" }))
}
