variable "token" {
  type      = string
  sensitive = true
}

resource "aws_instance" "web" {
  user_data = <<-EOF
    #!/bin/bash
    DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString --output text)
    API_KEY="$(aws ssm get-parameter --name /prod/api-key --with-decryption --query Parameter.Value --output text)"
    export TOKEN=${var.token}
    export TOKEN_URL=https://login.example.com/oauth/token
    export PASSWORD_POLICY=strict-and-long
    PASSWORD=
    SECRET_ID=prod/db/password
    SECRET_ARN=arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db
    DB_PASS="$DB_PASSWORD"
    GITHUB_TOKEN=<your-token>
    ADMIN_PASSWORD=changeme
    mysql -u root -p"$DB_PASSWORD" shop
    curl -u "admin:$API_KEY" https://example.com
    psql "postgres://shop:$DB_PASSWORD@db.internal/shop"
    source /etc/secrets.env
    export APP_SECRET="$(cat /run/secrets/app)"
  EOF
}
