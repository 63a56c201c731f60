resource "aws_cloudformation_stack" "a" {
  name = "x"
  template_body = jsonencode({ Resources = { R = { Type = "AWS::IAM::Role", Properties = { AssumeRolePolicyDocument = {}, ManagedPolicyArns = ["arn:aws:iam::aws:policy/AdministratorAccess"] } } } })
}
resource "aws_cloudformation_stack" "b" {
  name = "y"
  parameters = { Arn = "arn:aws:iam::aws:policy/PowerUserAccess" }
  template_body = file("t.yaml")
}
resource "aws_cloudformation_stack_set" "c" {
  name = "z"
  template_body = <<E
Resources:
  Q:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: "sts:AssumeRole"}]
E
}
resource "aws_cloudformation_stack" "d" {
  name = "y"
  parameters = { PolicyArn = "arn:aws:iam::aws:policy/IAMFullAccess" }
  template_url = "https://x.s3.amazonaws.com/t"
}
