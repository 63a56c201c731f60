resource "aws_secretsmanager_secret" "a" {
  name = "a"
}

resource "aws_secretsmanager_secret_rotation" "b" {
  secret_id = aws_secretsmanager_secret.a.id
  rotation_rules {
    automatically_after_days = 30
  }
}
