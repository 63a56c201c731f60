resource "aws_instance" "a" {
  ami                         = "ami-1"
  associate_public_ip_address = true
}

resource "aws_launch_template" "b" {
  network_interfaces {
    associate_public_ip_address = "true"
  }
}

resource "aws_ecs_service" "c" {
  network_configuration {
    subnets          = ["subnet-1"]
    assign_public_ip = true
  }
}

resource "aws_sagemaker_notebook_instance" "d" {
  instance_type = "ml.t3.medium"
}
