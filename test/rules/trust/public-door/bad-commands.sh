#!/bin/bash
aws s3api put-bucket-acl --bucket reports --acl public-read
aws s3 sync ./site s3://reports --acl public-read-write
aws ec2 modify-snapshot-attribute --snapshot-id snap-1 --attribute createVolumePermission --operation-type add --group-names all
aws ec2 modify-snapshot-attribute --snapshot-id snap-2 --create-volume-permission "Add=[{Group=all}]"
aws ec2 modify-image-attribute --image-id ami-1 --launch-permission '{"Add": [{"Group": "all"}]}'
aws rds modify-db-snapshot-attribute --db-snapshot-identifier s --attribute-name restore --values-to-add all
aws ssm modify-document-permission --name d --permission-type Share --account-ids-to-add all
aws lambda create-function-url-config --function-name f --auth-type NONE
aws s3 cp ./dist s3://releases/ --recursive --acl public-read
