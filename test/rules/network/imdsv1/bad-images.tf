resource "aws_imagebuilder_infrastructure_configuration" "a" {
  name = "a"
}
