provider "datadog" {
  api_key = "@@HEX40@@"
  app_key = var.datadog_app_key
}

variable "db_password" {
  type    = string
  default = "@@PASSWORD@@"
}

resource "aws_db_instance" "main" {
  username = "admin"
  password = var.db_password
}
