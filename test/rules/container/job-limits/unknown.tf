variable "given" {}

resource "aws_batch_job_definition" "a" {
  timeout {
    attempt_duration_seconds = var.given
  }
}
