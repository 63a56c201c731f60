#!/bin/bash
CMD="aws iam attach-role-policy --role-name r4"
$CMD --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
