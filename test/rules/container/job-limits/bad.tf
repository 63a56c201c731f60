resource "aws_batch_job_definition" "a" {
  type = "container"
}
