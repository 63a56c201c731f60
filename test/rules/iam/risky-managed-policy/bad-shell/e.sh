#!/bin/bash
eval "aws iam attach-role-policy --role-name r5 --policy-arn arn:aws:iam::aws:policy/AdministratorAccess"
eval aws iam attach-role-policy --role-name r6 --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
