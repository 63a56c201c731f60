resource "aws_api_gateway_method" "a" {
  http_method   = "POST"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "b" {
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "c" {
  http_method      = "POST"
  authorization    = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_rest_api" "inside" {
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "d" {
  rest_api_id   = aws_api_gateway_rest_api.inside.id
  http_method   = "POST"
  authorization = "NONE"
}
