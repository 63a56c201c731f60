variable "given" { type = string }

resource "aws_lambda_permission" "invoke" {
  function_name = "hello"
  action        = "lambda:InvokeFunction"
  principal     = var.given
}
