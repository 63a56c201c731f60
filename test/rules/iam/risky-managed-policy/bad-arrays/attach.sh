#!/bin/bash
options=(--role-name ci --policy-arn arn:aws:iam::aws:policy/AdministratorAccess)
aws iam attach-role-policy "${options[@]}"

policies=(ReadOnlyAccess IAMFullAccess)
for policy in "${policies[@]}"; do
  aws iam attach-role-policy --role-name build --policy-arn "arn:aws:iam::aws:policy/$policy"
done
