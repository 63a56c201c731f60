#!/bin/bash
for p in ReadOnlyAccess AdministratorAccess; do aws iam attach-role-policy --role-name r3 --policy-arn arn:aws:iam::aws:policy/$p; done
