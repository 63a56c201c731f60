provider "aws" {
  region     = "eu-west-1"
  access_key = "my-access-key"
  secret_key = "my-secret-key"
}

provider "aws" {
  alias      = "localstack"
  access_key = "anaccesskey"
  secret_key = "test"
  token      = "local-session-token"
}

resource "aws_cognito_user_pool_client" "web" {
  token_validity_units {
    access_token  = "minutes"
    id_token      = "hours"
    refresh_token = "days"
  }
}

resource "awscc_ec2_instance_connect_endpoint" "a" {
  client_token = "0b0a6f3e-5c1f-4f0c-9d43-0a8f3a1c9e11"
}

module "service" {
  source  = "./service"
  secrets = {
    DB_USER  = "shared/db/user"
    DB_PASS  = "shared/db/pass"
    API_KEY  = "shared/partners/api-key"
    SMTP_PWD = "smtp/prod/pwd"
  }
}
