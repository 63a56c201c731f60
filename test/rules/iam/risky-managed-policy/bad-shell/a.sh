#!/bin/bash
attach() { aws iam attach-role-policy --role-name r1 --policy-arn "arn:aws:iam::aws:policy/$1"; }
attach AdministratorAccess
