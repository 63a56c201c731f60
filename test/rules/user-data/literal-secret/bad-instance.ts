import { aws_ec2 as ec2 } from 'aws-cdk-lib'

const word = '@@PASSWORD@@'
const instance = new ec2.Instance(this, 'Shop', { vpc })
instance.addUserData('yum -y update', `export DB_PASSWORD=${word}`, 'export OK=$(aws ssm get-parameter --name ok)')
