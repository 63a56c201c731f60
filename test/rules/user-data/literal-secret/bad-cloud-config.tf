resource "aws_instance" "db" {
  user_data = <<-EOF
    #cloud-config
    chpasswd:
      list: |
        root:@@PASSWORD@@
    write_files:
      - path: /etc/app.env
        content: |
          SECRET_KEY=@@HEX40@@
  EOF
}
