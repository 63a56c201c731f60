resource "aws_api_gateway_method" "a" {
  http_method   = "POST"
  authorization = "NONE"
}

resource "aws_apigatewayv2_route" "b" {
  route_key = "GET /things"
}
