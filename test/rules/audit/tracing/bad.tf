resource "aws_lambda_function" "a" {
  function_name = "a"
}

resource "aws_api_gateway_stage" "b" {
  stage_name = "a"
}
