#!/bin/sh
spawn launch --name worker --iam-policy s3:FullAccess,logs:WriteOnly
