#!/bin/bash
attach() { aws iam attach-role-policy --role-name r --policy-arn "arn:aws:iam::aws:policy/$1"; }
attach SecurityAudit
for p in SecurityAudit; do aws iam attach-role-policy --role-name q --policy-arn arn:aws:iam::aws:policy/$p; done
echo arn:aws:iam::aws:policy/SecurityAudit | xargs aws iam attach-role-policy --role-name p --policy-arn
echo AdministratorAccess | xargs -n 1 echo
