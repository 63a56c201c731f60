resource "aws_docdb_cluster" "main" {
  master_username = "admin"
  master_password = "correcthorse"
}

resource "aws_rds_cluster" "main" {
  master_username = "admin"
  master_password = "postgres"
}

resource "aws_dms_endpoint" "source" {
  username = "dms"
  password = "Pa$$w0rd-Dms$1"
}

resource "aws_secretsmanager_secret_version" "main" {
  secret_id = aws_secretsmanager_secret.main.id
  secret_string = jsonencode({
    username = "shop"
    password = "@@PASSWORD:2@@"
  })
}

resource "helm_release" "db" {
  name  = "db"
  chart = "postgresql"
  set {
    name  = "auth.database"
    value = "shop"
  }
  set_sensitive {
    name  = "auth.password"
    value = "@@PASSWORD:3@@"
  }
}
