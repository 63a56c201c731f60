#!/bin/sh
aws rds create-db-instance --db-instance-identifier app --engine postgres --no-storage-encrypted
