provider "aws" {
  region                      = "us-east-1"
  access_key                  = "mock_access_key"
  secret_key                  = "mock_secret_key"
  skip_credentials_validation = true
}

resource "aws_db_instance" "main" {
  username = "admin"
  password = "change-me-after-apply"
}
