#!/bin/bash
echo arn:aws:iam::aws:policy/AdministratorAccess | xargs -I{} aws iam attach-role-policy --role-name r7 --policy-arn {}
echo arn:aws:iam::aws:policy/AdministratorAccess | xargs -n 1 aws iam attach-role-policy --role-name r8 --policy-arn
bash <<< "aws iam attach-role-policy --role-name r9 --policy-arn arn:aws:iam::aws:policy/AdministratorAccess"
