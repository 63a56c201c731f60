provider "datadog" {
  api_key = var.datadog_api_key
}

variable "db_password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "main" {
  username                    = "admin"
  manage_master_user_password = true
}

resource "aws_db_instance" "other" {
  username = "admin"
  password = var.db_password
}
