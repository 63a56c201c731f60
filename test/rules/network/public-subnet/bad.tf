resource "aws_subnet" "a" {
  vpc_id                  = "vpc-1"
  map_public_ip_on_launch = true
}
