resource "aws_lambda_permission" "api" {
  function_name = "hello"
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
}
