#!/bin/bash
attach() {
 local arn=$2
 aws iam attach-role-policy --role-name "$1" --policy-arn "$arn"
}
attach r2 arn:aws:iam::aws:policy/AdministratorAccess
