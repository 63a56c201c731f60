variable "given" {}

resource "aws_sfn_state_machine" "a" {
  logging_configuration {
    level = var.given
  }
}
