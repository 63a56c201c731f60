resource "aws_db_instance" "a" {
  backup_retention_period = 7
}

resource "aws_dynamodb_table" "b" {
  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_elasticache_cluster" "c" {
  engine = "memcached"
}

resource "aws_efs_file_system" "d" {
  encrypted = true
}

resource "aws_efs_backup_policy" "e" {
  file_system_id = aws_efs_file_system.d.id
  backup_policy {
    status = "ENABLED"
  }
}
