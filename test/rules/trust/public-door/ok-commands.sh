#!/bin/bash
aws s3api put-bucket-acl --bucket reports --acl private
aws s3 sync ./site s3://reports --acl bucket-owner-full-control
aws ec2 modify-snapshot-attribute --snapshot-id snap-1 --attribute createVolumePermission --operation-type remove --group-names all
aws ec2 modify-snapshot-attribute --snapshot-id snap-2 --create-volume-permission "Add=[{UserId=111122223333}]"
aws ec2 modify-image-attribute --image-id ami-1 --launch-permission "Remove=[{Group=all}]"
aws rds modify-db-snapshot-attribute --db-snapshot-identifier s --attribute-name restore --values-to-add 111122223333
aws lambda create-function-url-config --function-name f --auth-type AWS_IAM
